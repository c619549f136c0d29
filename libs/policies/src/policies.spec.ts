import { deriveId, type Recorded } from '@perspectief/kernel';
import { reactionsTo as pendingReactions } from '@perspectief/runtime';
import { policies } from './index.js';

const trajectoryId = deriveId('trajectory');
const householdId = deriveId('household');

const recorded = (type: string, data: object, stream: string): Recorded => ({
  type,
  data,
  stream,
  id: deriveId('event', type),
  streamVersion: 7,
  schemaVersion: 1,
  position: '00000000000000000042',
  happenedOn: '2025-02-10T11:00:00',
  recordedAt: '2025-02-10T10:00:00.000Z',
  actor: { id: 'counsellor', role: 'debt-counsellor' },
  commandId: deriveId('command'),
  correlationId: deriveId('correlation'),
  causationId: deriveId('cause'),
  municipality: 'groningen',
});

const reactionsTo = (event: Recorded) => policies.filter(({ on }) => on.includes(event.type)).flatMap((policy) => policy.react(event));

test('a denied freeze opens a safety task the same day', () => {
  const [reaction, ...more] = reactionsTo(recorded('FreezeDenied', { freezeId: deriveId('freeze'), grounds: [] }, `trajectory-${trajectoryId}`));
  expect(more).toEqual([]);
  expect(reaction?.command).toMatchObject({ type: 'OpenSafetyTask', data: { trajectoryId, kind: 'freeze-denied', dueOn: '2025-02-10' } });
});

test('the same denial always opens the same task, under the same command id, also in a later release', () => {
  const denied = recorded('FreezeDenied', { freezeId: deriveId('freeze'), grounds: [] }, `trajectory-${trajectoryId}`);
  expect(pendingReactions(policies, denied)).toMatchObject([
    { commandId: 'e9da2fa5-eee7-5069-92c9-6c79be8ff59b', data: { taskId: 'ebe1e279-452e-5cd0-92fc-c0ed023a11d8' }, actor: { id: 'policy:when-freeze-denied-then-safety-task', role: 'system' } },
  ]);
});

test('a closed trajectory releases its household', () => {
  const closed = recorded('TrajectoryClosed', { householdId, outcome: 'stable' }, `trajectory-${trajectoryId}`);
  expect(reactionsTo(closed)).toEqual([{ command: { type: 'ReleaseHousehold', data: { householdId, trajectoryId } } }]);
});

test('a claim finishes the very opening that made it, under its own id and actor', () => {
  const claimed = recorded('TrajectoryClaimed', { trajectoryId, area: 'beijum', source: 'self' }, `household-${householdId}`);
  expect(reactionsTo(claimed)).toEqual([
    {
      command: { type: 'OpenTrajectory', data: { trajectoryId, householdId, area: 'beijum', source: 'self' } },
      commandId: claimed.causationId,
      actor: claimed.actor,
    },
  ]);
});

test('what calls for nothing gets nothing', () => {
  expect(reactionsTo(recorded('FreezeGranted', {}, `trajectory-${trajectoryId}`))).toEqual([]);
});

test('names of policies are unique: the ids of their commands are derived from them', () => {
  expect(new Set(policies.map(({ name }) => name)).size).toBe(policies.length);
});
