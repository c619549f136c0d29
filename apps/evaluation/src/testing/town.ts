import type { EventStore } from '@perspectief/event-store';
import { deriveId, type Recorded } from '@perspectief/kernel';
import { idOf, trajectoryHistory, type Told } from '@perspectief/evaluation-replay/testing';
import type { TrajectoryCommand } from '@perspectief/trajectory-domain';

const SOURCES = ['early-signal', 'self', 'referral'] as const;
const AREAS = ['beijum', 'haren', 'selwerd'] as const;
const two = (number: number): string => String(number).padStart(2, '0');

/** What happened to one case: enough ends each way that no group stands out. */
const course = (n: number): readonly Told<TrajectoryCommand>[] => {
  const name = nameOf(n);
  const at = { trajectoryId: idOf(name) };
  const [source, area] = [SOURCES[n % 3] ?? 'self', AREAS[n % 2] ?? 'beijum'];
  const applicationId = idOf(name, 'application');
  const plan: readonly Told<TrajectoryCommand>[] = [[`2024-0${2 + (n % 3)}-${two(1 + (n % 25))}`, { type: 'AgreePlan', data: at }]];
  return [
    ['2024-01-08', { type: 'OpenTrajectory', data: { ...at, householdId: idOf(name, 'household'), area, source } }],
    ['2024-01-08', { type: 'ReceiveApplication', data: { ...at, applicationId, law: 'schuldhulp', kind: 'debt-help' } }],
    ['2024-01-10', { type: 'LogContact', data: { ...at, contactId: idOf(name, 'call'), kind: 'call', reached: n % 5 > 0, note: '' } }],
    ['2024-01-20', { type: 'HoldFirstConversation', data: { ...at, place: 'home', applicationId } }, '2024-01-22'],
    ['2024-01-25', { type: 'SetGoal', data: { ...at, goalId: idOf(name, 'goal'), wish: '', lifeArea: 'finances', targetDate: '2024-09-01' } }],
    ...(n % 4 === 0 ? [] : plan),
    ...(n % 2 === 0 ? [[`2024-05-${two(1 + (n % 25))}`, { type: 'DecideApplication', data: { ...at, applicationId, outcome: 'granted' } }] as Told<TrajectoryCommand>] : []),
    ...(n % 8 === 0 ? [['2024-06-01', { type: 'StopTrajectory', data: { ...at, reason: 'moved' } }] as Told<TrajectoryCommand>] : []),
  ];
};

const nameOf = (n: number): string => `service case ${n}`;
export const trajectoryOf = (n: number): string => idOf(nameOf(n));

const byDay = (events: readonly Recorded[]): readonly (readonly [Recorded, ...Recorded[]])[] => {
  const groups: [Recorded, ...Recorded[]][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last?.[0].commandId === event.commandId) last.push(event);
    else groups.push([event]);
  }
  return groups;
};

const appendCase = async (store: EventStore, n: number): Promise<void> => {
  for (const group of byDay(trajectoryHistory(nameOf(n), course(n)))) {
    const [{ stream, streamVersion, commandId, actor, recordedAt, municipality }] = group;
    await store.append({
      stream, expected: streamVersion - 1, command: { id: deriveId('town', stream, streamVersion), hash: 'town' }, actor, correlationId: commandId, causationId: commandId, municipality, recordedAt,
      events: group.map(({ id, type, schemaVersion, data, happenedOn }) => ({ id, type, schemaVersion, data, happenedOn })),
    });
  }
};

/** Something that happens to the household of a case itself, as the event of its stream with that number. */
export const happensTo = async (store: EventStore, n: number, type: string, version: number): Promise<void> => {
  const stream = `household-${idOf(nameOf(n), 'household')}`;
  const [id, commandId] = [deriveId(stream, version), deriveId('town', stream, version)];
  const [recordedAt, actor] = ['2025-01-01T09:00:00.000Z', { id: 'privacy-officer-1', role: 'privacy-officer' }];
  await store.append({
    stream, expected: version - 1, command: { id: commandId, hash: 'town' }, actor, correlationId: commandId, causationId: commandId, municipality: 'groningen', recordedAt,
    events: [{ id, type, schemaVersion: 1, data: { named: [], reason: '' }, happenedOn: '2025-01-01T10:00:00' }],
  });
};

const AT_ONCE = 8;

/** Writes cases of a made-up town into a log, each on its days: those from a number up to another. */
export const settle = async (store: EventStore, cases: number, from = 0): Promise<void> => {
  let next = from;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (next < cases) await appendCase(store, next++);
  }));
};
