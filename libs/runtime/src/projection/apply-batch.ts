import type { DataSource, EntityManager } from 'typeorm';
import type { Recorded } from '@perspectief/kernel';
import type { Position } from '@perspectief/event-store';
import type { Codec } from '../codec.js';
import { announceChange, type Change } from './change-feed.js';
import { lockWriters, moveCheckpoints, type Checkpoint, type WriterKey } from './checkpoints.js';
import { noteAttempt, parkedEvents, parkedStreams, parkEvent, unparkEvent } from './parking.js';
import { given, type Share } from './partitions/share.js';
import { isPoison, nameOf } from './poison.js';
import { preparedTables } from './prepared-tables.js';
import type { Projection, ReadTables, ShownWith } from './projection.js';

/** So many streams may wait; with more, it is not the events that are wrong, and the projection stops. */
const MOST_PARKED_STREAMS = 100;

/** More streams wait than a few bad events explain. */
export class TooManyParked extends Error {
  constructor(name: string) {
    super(`projection ${name} has parked ${MOST_PARKED_STREAMS} streams: no more are parked, it stops where it is`);
    this.name = 'TooManyParked';
  }
}

export interface Retried {
  readonly stream: string;
  /** Events that it has taken now. */
  readonly applied: number;
  readonly left: number;
}

/** One writer of a projection: all of it, or a partition. */
export interface Writer {
  readonly projection: Projection;
  readonly partition: number;
  readonly share: Share;
}

/** What comes next in the log for a writer that stands somewhere. */
export interface Turn {
  readonly writer: Writer;
  readonly from: Checkpoint;
  readonly to: Position;
  /** What of it is this writer's. */
  readonly mine: readonly Recorded[];
}

interface Tried {
  readonly error?: string;
  readonly shownWith: ShownWith;
}

/** `events` are never empty. */
export const turnOf = (writer: Writer, from: Checkpoint, events: readonly Recorded[]): Turn => ({
  writer, from, to: (events.at(-1) as Recorded).position, mine: given(writer.projection, writer.share, events),
});

const keyOf = ({ projection: { name }, partition }: Writer): WriterKey => ({ reader: name, partition });
const moveOf = ({ writer, from, to }: Turn) => ({ ...keyOf(writer), from, to });
const changeOf = ({ writer: { projection }, to, mine }: Turn, shownWith: ShownWith): Change => ({ projection: projection.name, position: to, streams: [...new Set([...mine.map(({ stream }) => stream), ...shownWith])] });

/** Projections, and what it takes to give them events: rows, parked events and checkpoints in one transaction. */
export class BatchApplier {
  private readonly decoded = new WeakMap<Recorded, Recorded>();

  constructor(
    private readonly database: DataSource,
    private readonly codec: Codec,
  ) {}

  /** `careful` goes event by event, and parks what the projection cannot take; otherwise the first error ends it. */
  async apply(turn: Turn, careful: boolean): Promise<Checkpoint> {
    // Nothing of it is this writer's: one statement, and no transaction around it.
    if (turn.mine.length === 0) await moveCheckpoints(this.database, [moveOf(turn)]);
    else await this.database.transaction((manager) => this.applyIn(manager, [turn], careful));
    return { ...turn.from, position: turn.to };
  }

  /** Several writers in one transaction: all, or none. It waits for nobody who holds one of them. */
  async applyTogether(turns: readonly Turn[]): Promise<void> {
    await this.database.transaction(async (manager) => this.applyIn(manager, turns, false, 'nowait'));
  }

  /** The same in a transaction of the caller's. */
  async applyIn(manager: EntityManager, turns: readonly Turn[], careful: boolean, held: 'wait' | 'nowait' = 'wait'): Promise<void> {
    const tables = preparedTables(manager);
    await lockWriters(tables, turns.map(({ writer }) => keyOf(writer)), held);
    const busy = turns.filter(({ mine }) => mine.length > 0);
    const waiting = busy.length > 0 ? await parkedStreams(tables, busy.map(({ writer }) => keyOf(writer))) : [];
    const changes: Change[] = [];
    for (const [n, turn] of busy.entries()) changes.push(changeOf(turn, await this.write(turn, waiting[n] ?? new Set(), careful, manager, tables)));
    await moveCheckpoints(tables, turns.map(moveOf), changes);
  }

  /** Gives it the parked events of a stream in their order, up to the first that it still cannot take. */
  async retry(writer: Writer, stream: string, read: () => Promise<readonly Recorded[]>): Promise<Retried> {
    const { projection, partition } = writer;
    return this.database.transaction(async (manager) => {
      await lockWriters(manager, [keyOf(writer)], 'wait');
      const parked = await parkedEvents(manager, projection.name, partition, stream);
      const stored = new Map((await read()).map((event) => [event.streamVersion, event]));
      const streams = new Set([stream]);
      let applied = 0;
      for (const one of parked) {
        const event = stored.get(one.streamVersion);
        if (!event) break;
        const { error, shownWith } = await this.tryOne(writer, event, manager);
        if (error !== undefined) {
          await noteAttempt(manager, one, error);
          break;
        }
        for (const other of shownWith) streams.add(other);
        await unparkEvent(manager, one);
        applied += 1;
      }
      const last = parked[applied - 1];
      if (last) await announceChange(manager, { projection: projection.name, position: last.position, streams: [...streams] });
      return { stream, applied, left: parked.length - applied };
    });
  }

  private async write({ writer, mine }: Turn, waiting: Set<string>, careful: boolean, manager: EntityManager, tables: ReadTables): Promise<ShownWith> {
    const free = mine.filter(({ stream }) => !waiting.has(stream));
    for (const event of mine) if (waiting.has(event.stream)) await parkEvent(manager, keyOf(writer), event);
    if (careful) return this.writeEach(writer, free, waiting, manager);
    return free.length > 0 ? ((await writer.projection.apply(free.map((event) => this.decode(event)), tables, writer.share)) ?? []) : [];
  }

  private async writeEach(writer: Writer, events: readonly Recorded[], waiting: Set<string>, manager: EntityManager): Promise<ShownWith> {
    const all: string[] = [];
    for (const event of events) {
      if (waiting.has(event.stream)) {
        await parkEvent(manager, keyOf(writer), event);
        continue;
      }
      const { error, shownWith } = await this.tryOne(writer, event, manager);
      all.push(...shownWith);
      if (error === undefined) continue;
      if (waiting.size >= MOST_PARKED_STREAMS) throw new TooManyParked(writer.projection.name);
      await parkEvent(manager, keyOf(writer), event, error);
      waiting.add(event.stream);
    }
    return all;
  }

  /** `error`: its name, where the event itself is at fault; then nothing of it is left. Trouble that passes is thrown. */
  private async tryOne({ projection, share }: Writer, event: Recorded, manager: EntityManager): Promise<Tried> {
    await manager.query('savepoint one_event');
    try {
      const shownWith = await projection.apply([this.decode(event)], manager, share);
      await manager.query('release savepoint one_event');
      return { shownWith: shownWith ?? [] };
    } catch (error) {
      if (!isPoison(error)) throw error;
      await manager.query('rollback to savepoint one_event');
      return { error: nameOf(error), shownWith: [] };
    }
  }

  /** Once for all who are given it. */
  private decode(event: Recorded): Recorded {
    const known = this.decoded.get(event);
    if (known) return known;
    const decoded = this.codec.decode(event);
    this.decoded.set(event, decoded);
    return decoded;
  }
}
