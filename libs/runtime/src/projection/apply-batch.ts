import type { DataSource, EntityManager } from 'typeorm';
import type { Recorded } from '@perspectief/kernel';
import type { Position } from '@perspectief/event-store';
import type { Codec } from '../codec.js';
import { announceChange } from './change-feed.js';
import { lockCheckpoint, moveCheckpoint, type Checkpoint } from './checkpoints.js';
import { noteAttempt, parkedEvents, parkedStreams, parkEvent, unparkEvent, type Parker } from './parking.js';
import { given, type Share } from './partitions/share.js';
import { isPoison, nameOf } from './poison.js';
import type { Projection } from './projection.js';

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

const parkerOf = ({ projection: { name }, partition }: Writer): Parker => ({ name, partition });

/** A projection, and what it takes to give it events: rows, parked events and checkpoint in one transaction. */
export class BatchApplier {
  constructor(
    private readonly database: DataSource,
    private readonly codec: Codec,
  ) {}

  /** `careful` goes event by event, and parks what the projection cannot take; otherwise the first error ends it. */
  async apply(writer: Writer, from: Checkpoint, events: readonly Recorded[], careful: boolean): Promise<Checkpoint> {
    const position = (events.at(-1) as Recorded).position;
    // Nothing of it is this writer's: one statement, and no transaction around it.
    if (given(writer.projection, writer.share, events).length === 0) await moveCheckpoint(this.database, writer.projection.name, from, position);
    else await this.database.transaction((manager) => this.applyIn(manager, writer, from, events, careful));
    return { ...from, position };
  }

  /** The same in a transaction of the caller's. */
  async applyIn(manager: EntityManager, writer: Writer, from: Checkpoint, events: readonly Recorded[], careful: boolean): Promise<void> {
    const { projection, partition, share } = writer;
    const position = (events.at(-1) as Recorded).position;
    const mine = given(projection, share, events);
    await lockCheckpoint(manager, projection.name, partition);
    const waiting = mine.length > 0 ? await parkedStreams(manager, parkerOf(writer)) : new Set<string>();
    const free = mine.filter(({ stream }) => !waiting.has(stream));
    for (const event of mine) if (waiting.has(event.stream)) await parkEvent(manager, parkerOf(writer), event);
    if (careful) await this.applyEach(writer, free, waiting, manager);
    else if (free.length > 0) await projection.apply(free.map((event) => this.codec.decode(event)), manager, share);
    await moveCheckpoint(manager, projection.name, from, position);
    if (mine.length > 0) await this.announce(projection, position, mine, manager);
  }

  /** Gives it the parked events of a stream in their order, up to the first that it still cannot take. */
  async retry(writer: Writer, stream: string, read: () => Promise<readonly Recorded[]>): Promise<Retried> {
    const { projection, partition } = writer;
    return this.database.transaction(async (manager) => {
      await lockCheckpoint(manager, projection.name, partition);
      const parked = await parkedEvents(manager, projection.name, partition, stream);
      const stored = new Map((await read()).map((event) => [event.streamVersion, event]));
      let applied = 0;
      for (const one of parked) {
        const event = stored.get(one.streamVersion);
        if (!event) break;
        const error = await this.tryOne(writer, event, manager);
        if (error !== undefined) {
          await noteAttempt(manager, one, error);
          break;
        }
        await unparkEvent(manager, one);
        applied += 1;
      }
      const last = parked[applied - 1];
      if (last) await this.announce(projection, last.position, [last], manager);
      return { stream, applied, left: parked.length - applied };
    });
  }

  private async applyEach(writer: Writer, events: readonly Recorded[], waiting: Set<string>, manager: EntityManager): Promise<void> {
    for (const event of events) {
      const behind = waiting.has(event.stream);
      const error = behind ? undefined : await this.tryOne(writer, event, manager);
      if (!behind && error === undefined) continue;
      if (!behind && waiting.size >= MOST_PARKED_STREAMS) throw new TooManyParked(writer.projection.name);
      await parkEvent(manager, parkerOf(writer), event, error);
      waiting.add(event.stream);
    }
  }

  /** The name of the error where the event itself is at fault; then nothing of it is left. Trouble that passes is thrown. */
  private async tryOne({ projection, share }: Writer, event: Recorded, manager: EntityManager): Promise<string | undefined> {
    await manager.query('savepoint one_event');
    try {
      await projection.apply([this.codec.decode(event)], manager, share);
      await manager.query('release savepoint one_event');
      return undefined;
    } catch (error) {
      if (!isPoison(error)) throw error;
      await manager.query('rollback to savepoint one_event');
      return nameOf(error);
    }
  }

  private async announce({ name }: Projection, position: Position, of: readonly { readonly stream: string }[], manager: EntityManager): Promise<void> {
    await announceChange(manager, { projection: name, position, streams: [...new Set(of.map(({ stream }) => stream))] });
  }
}
