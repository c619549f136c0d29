import type { Recorded } from '@perspectief/kernel';
import { Corrupt, placeOf, type Position, type ReadAllOptions, type ReadStreamOptions } from '@perspectief/event-store';
import { positionIn, recordedOf, versionOf, type ReadEvent } from './stored-event.js';
import { faultOf } from './wire/faults.js';
import type { Wire } from './wire/wire.js';

const PAGE = 256;

const commitOf = ({ position }: ReadEvent): bigint => position?.commit ?? -1n;

/** Reads of streams and of all. The server reads from a place inclusively; the port goes on after it. */
export class Reading {
  constructor(
    private readonly wire: Wire,
    private readonly prefix: string,
  ) {}

  async stream(stream: string, options: ReadStreamOptions): Promise<Recorded[]> {
    const { direction = 'forwards', from, limit, asOf, knownAt } = options;
    const backwards = direction === 'backwards';
    const filtered = asOf !== undefined || knownAt !== undefined;
    const read = await this.wire.readStream(stream, { from, backwards, limit: filtered ? undefined : limit });
    assertWithoutGaps(read, stream, backwards, from);
    return read
      .map((event) => recordedOf(event, this.prefix))
      .filter((event) => (asOf === undefined || event.happenedOn.slice(0, 10) <= asOf) && (knownAt === undefined || event.recordedAt <= knownAt))
      .slice(0, limit);
  }

  async all({ after, limit }: ReadAllOptions): Promise<Recorded[]> {
    const found: Recorded[] = [];
    let from = after === undefined ? undefined : await this.placeStanding(after);
    let cursor = from ?? -1n;
    for (let size = Math.max(limit + 1, 2); ; size = PAGE) {
      const page = await this.wire.readAll({ from, limit: size });
      for (const event of page.filter((each) => commitOf(each) > cursor)) {
        cursor = commitOf(event);
        if (this.wire.isOfThisLog(event.streamId)) found.push(recordedOf(event, this.prefix));
      }
      if (found.length >= limit || page.length < size) return found.slice(0, limit);
      from = cursor;
    }
  }

  async head(): Promise<Position | undefined> {
    for (let from: bigint | undefined; ; ) {
      const page = await this.wire.readAll({ from, limit: PAGE, backwards: true });
      const last = page.find(({ streamId }) => this.wire.isOfThisLog(streamId));
      if (last) return positionIn(last);
      from = page.at(-1)?.position?.commit;
      if (page.length < PAGE || from === undefined) return undefined;
    }
  }

  /** The place of this event. Throws `Corrupt` where another event stands, or none. */
  async placeStanding(after: Position): Promise<bigint> {
    const { number, idStart } = placeOf(after);
    const place = BigInt(number);
    const [there] = await this.wire.readAll({ from: place, limit: 1 }).catch((error: unknown) => {
      // The server does not say why: from a place at which no event begins it cannot read.
      if (faultOf(error) === 'unknown') return [];
      throw error;
    });
    if (!there || commitOf(there) !== place || !there.id.startsWith(idStart)) throw new Corrupt(`no event stands at ${after}: this log is not the one that was read`);
    return place;
  }
}

const assertWithoutGaps = (events: readonly ReadEvent[], stream: string, backwards: boolean, from: number | undefined): void => {
  const step = backwards ? -1 : 1;
  const first = backwards ? (events[0] ? versionOf(events[0]) : 0) : Math.max(from ?? 1, 1);
  const gap = events.find((event, index) => versionOf(event) !== first + step * index);
  if (gap) throw new Corrupt(`stream ${stream} has a gap before version ${versionOf(gap)}`);
};
