import type { Recorded } from '@perspectief/kernel';
import { Corrupt, placeOf, positionOf, type Position, type ReadAllOptions, type ReadStreamOptions } from '@perspectief/event-store';
import { positionIn, recordedOf, versionOf, type ReadEvent } from './stored-event.js';
import { faultOf } from './wire/faults.js';
import type { Wire } from './wire/wire.js';

const PAGE = 256;
/** Events a page where nothing of this log was found yet: another program's may be many. */
const FAR = 2048;

const further = (size: number, foundSome: boolean): number => (foundSome ? PAGE : Math.min(Math.max(2 * size, PAGE), FAR));
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

  /** The end is a page with nothing new in it: a short one is none, for servers that hide events of their own have ended pages early. */
  async all({ after, limit }: ReadAllOptions): Promise<Recorded[]> {
    const found: Recorded[] = [];
    let from = after === undefined ? undefined : await this.placeStanding(after);
    for (let size = Math.max(limit + 1, 2); found.length < limit; size = further(size, found.length > 0)) {
      const page = await this.wire.readAll({ from, limit: size });
      const news = page.filter((event) => commitOf(event) > (from ?? -1n));
      const last = news.at(-1);
      if (!last) break;
      found.push(...news.filter(({ streamId }) => this.wire.isOfThisLog(streamId)).map((event) => recordedOf(event, this.prefix)));
      from = commitOf(last);
    }
    return found.slice(0, limit);
  }

  async head(): Promise<Position | undefined> {
    let from: bigint | undefined;
    for (let size = PAGE; ; size = further(size, false)) {
      const page = await this.wire.readAll({ from, limit: size, backwards: true });
      const last = page.find(({ streamId }) => this.wire.isOfThisLog(streamId));
      if (last) return positionIn(last);
      const first = page.at(-1);
      if (!first) return undefined;
      from = commitOf(first);
    }
  }

  /** The last event before a place, of whatever log: what a reader who comes back can look for. */
  async lastBefore(place: bigint): Promise<Position | undefined> {
    const [last] = await this.wire.readAll({ from: place, limit: 1, backwards: true });
    return last && positionOf(commitOf(last), last.id);
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
