import { randomUUID } from 'node:crypto';
import type { Instant } from '@perspectief/kernel';
import type { AppendRequest, CommandIdentity, Expected, NewEvent } from '../event-store.js';

export const aStream = (type = 'trajectory'): string => `${type}-${randomUUID()}`;

export const aCommand = (hash = 'digest'): CommandIdentity => ({ id: randomUUID(), hash });

export const anEvent = (data: object = { amount: 12_345 }, happenedOn = '2024-01-12T10:30:00', type = 'SomethingHappened'): NewEvent => ({
  id: randomUUID(), type, schemaVersion: 1, data, happenedOn,
});

export interface RequestParts {
  readonly expected?: Expected;
  readonly command?: CommandIdentity;
  readonly recordedAt?: Instant;
}

export const aRequest = (stream: string, events: readonly NewEvent[] = [anEvent()], parts: RequestParts = {}): AppendRequest => ({
  stream, events, expected: parts.expected ?? 'any', command: parts.command ?? aCommand(), recordedAt: parts.recordedAt,
  actor: { id: 'coach-7', role: 'coach' }, correlationId: randomUUID(), causationId: randomUUID(), municipality: 'GM0363',
});
