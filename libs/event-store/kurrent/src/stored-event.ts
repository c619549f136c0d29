import type { AllStreamResolvedEvent, JSONType, ResolvedEvent } from '@eventstore/db-client';
import type { Actor, Instant, LocalDateTime, Recorded, Uuid } from '@perspectief/kernel';
import { copyOf, Corrupt, positionOf, type AppendRequest, type Position } from '@perspectief/event-store';

/** The envelope beside the data. `$correlationId` and `$causationId` are the names that the server's own tools know. */
export interface StoredMetadata {
  readonly schemaVersion: number;
  readonly happenedOn: LocalDateTime;
  /** Absent: the server's own clock, which the event carries. */
  readonly recordedAt?: Instant;
  readonly actor: Actor;
  readonly commandId: Uuid;
  readonly municipality: string;
  readonly $correlationId: Uuid;
  readonly $causationId: Uuid;
}

/** An event as it is sent: plain JSON, with nothing in it that a store cannot keep. */
export interface StoredEvent {
  readonly id: Uuid;
  readonly type: string;
  readonly data: object;
  readonly metadata: StoredMetadata;
}

/** Throws `Unstorable` for what no store keeps. */
export const storedEvents = ({ events, actor, command, municipality, correlationId, causationId, recordedAt }: AppendRequest): StoredEvent[] =>
  events.map(({ id, type, schemaVersion, happenedOn, data }) =>
    copyOf({
      id,
      type,
      data,
      metadata: { schemaVersion, happenedOn, recordedAt, actor, commandId: command.id, municipality, $correlationId: correlationId, $causationId: causationId },
    }),
  );

export type ReadEvent = NonNullable<AllStreamResolvedEvent['event'] | ResolvedEvent['event']>;

const isOurs = (metadata: unknown): metadata is StoredMetadata =>
  typeof metadata === 'object' && metadata !== null && 'commandId' in metadata && 'happenedOn' in metadata && 'actor' in metadata;

/** Servers before 22.6 leave the place out of stream reads, or give the largest number there is. */
const NO_PLACE = 2n ** 63n;

export const positionIn = ({ id, position }: Pick<ReadEvent, 'id' | 'position'>): Position => {
  if (!position || position.commit >= NO_PLACE) throw new Corrupt('this server does not say where events stand: the log wants version 22.6 or newer');
  if (position.commit !== position.prepare) throw new Corrupt('an event was written in an explicit transaction, which this log never does');
  return positionOf(position.commit, id);
};

export const versionOf = ({ revision }: Pick<ReadEvent, 'revision'>): number => Number(revision) + 1;

/** Throws `Corrupt` for an event that somebody else wrote among ours. */
export const recordedOf = (event: ReadEvent, prefix: string): Recorded => {
  const { id, type, data, metadata, streamId, created } = event;
  if (!event.isJson || !isOurs(metadata)) throw new Corrupt(`event ${id} was not written by this log`);
  return {
    id,
    type,
    schemaVersion: metadata.schemaVersion,
    data: data as JSONType as object,
    happenedOn: metadata.happenedOn,
    recordedAt: metadata.recordedAt ?? created.toISOString(),
    stream: streamId.slice(prefix.length),
    streamVersion: versionOf(event),
    position: positionIn(event),
    actor: metadata.actor,
    commandId: metadata.commandId,
    correlationId: metadata.$correlationId,
    causationId: metadata.$causationId,
    municipality: metadata.municipality,
  };
};
