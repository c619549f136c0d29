import { deriveId, startOf, toInstant, type Instant, type LocalDateTime } from '@perspectief/kernel';
import type { TrajectoryEvent } from '@perspectief/trajectory-domain';
import type { TrajectoryFact } from '../page/effective-events.js';

type Data<Type extends TrajectoryEvent['type']> = Extract<TrajectoryEvent, { type: Type }>['data'];

/** What happened, when, and where it matters when that was written down. */
export interface Told {
  readonly on: LocalDateTime;
  readonly type: TrajectoryEvent['type'];
  readonly data: object;
  readonly recordedAt?: Instant;
}

export const told = <Type extends TrajectoryEvent['type']>(on: LocalDateTime, type: Type, data: Data<Type>, recordedAt?: Instant): Told => ({
  on: on.length === 10 ? startOf(on) : on,
  type,
  data,
  ...(recordedAt && { recordedAt }),
});

export const trajectoryIdOf = (name: string): string => deriveId('spec', name);
export const idIn = (name: string, word: string): string => deriveId('spec', name, word);
export const eventIdOf = (name: string, version: number): string => deriveId('spec', name, 'event', version);

/** Written one after the other, at nine in the morning of the day after unless it is said otherwise. */
export const historyOf = (name: string, tellings: readonly Told[]): readonly TrajectoryFact[] =>
  tellings.map(({ on, type, data, recordedAt }, index) => {
    const version = index + 1;
    const id = eventIdOf(name, version);
    return {
      ...{ id, type, data, schemaVersion: 1, happenedOn: on, municipality: 'groningen' },
      ...{ stream: `trajectory-${trajectoryIdOf(name)}`, streamVersion: version },
      position: `${String(version).padStart(16, '0')}-${id.slice(0, 8)}`,
      recordedAt: recordedAt ?? toInstant(`${on.slice(0, 10)}T17:00:00`),
      actor: { id: 'coach', role: 'neighbourhood-coach' },
      ...{ commandId: id, correlationId: id, causationId: id },
    } as TrajectoryFact;
  });
