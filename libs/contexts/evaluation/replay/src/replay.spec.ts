import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { dutchLaw, lawWith } from '@perspectief/law';
import { canonical, difference, pseudonymised, replay, replayedState, snapshot, withoutPersonal, type TrajectoryFact } from './index.js';
import { eventIdOf, idOf, sealedOtherwise, trajectoryHistory, type Told } from './testing/history.js';
import type { TrajectoryCommand } from '@perspectief/trajectory-domain';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const trajectoryId = idOf('t');
const stream = `trajectory-${trajectoryId}`;
const application = idOf('application');

const told: readonly Told<TrajectoryCommand>[] = [
  ['2024-01-08', { type: 'OpenTrajectory', data: { trajectoryId, householdId: idOf('household'), area: 'beijum', source: 'self' } }],
  ['2024-01-08T10:00', { type: 'ReceiveApplication', data: { trajectoryId, applicationId: application, law: 'schuldhulp', kind: 'debt-help' } }],
  ['2024-02-20', { type: 'HoldFirstConversation', data: { trajectoryId, place: 'home', applicationId: application } }],
  ['2024-02-21', { type: 'RegisterDebt', data: { trajectoryId, debtId: idOf('rent'), creditor: 'CANARY Woonstad', claim: 100_000, rank: 'concurrent', treatment: 'included', kind: 'housing' } }],
  ['2024-02-01', { type: 'LogContact', data: { trajectoryId, contactId: idOf('contact'), kind: 'call', reached: true, note: 'CANARY note' } }, '2024-02-22'],
  ['2024-03-01', { type: 'CorrectDate', data: { trajectoryId, eventId: eventIdOf(stream, 3), happenedOn: '2024-01-20', reason: 'CANARY reason' } }],
];
const facts = trajectoryHistory('t', told);
const then = { view: 'as-known-then', digest } as const;
const now = { view: 'as-known-now', digest } as const;

describe('a replay', () => {
  const steps = replay(facts, then);
  test('tells of each fact what it changed, where it stood, and which rules read it', () => {
    expect(steps.map(({ type }) => type)).toEqual(facts.map(({ type }) => type));
    expect(steps[1]).toMatchObject({
      number: 2, role: 'neighbourhood-coach', rules: ['WG-01@2012-07-01'],
      changes: [{ path: '/intake/applications/0', after: { applicationId: application, phase: 'open' } }],
      clocks: [{ rule: 'wgs-first-conversation', about: { application }, after: { due: '2024-02-05', state: 'running' } }],
    });
    expect(steps[1]?.clocks[0]?.before).toBeUndefined();
  });
  test('shows what was written down late, and by how many days', () => {
    expect(steps.map(({ recordedDaysLater }) => recordedDaysLater)).toEqual([0, 0, 0, 0, 21, 0]);
  });
  test('then, a conversation was late until its date was put right', () => {
    expect(steps[2]?.clocks[0]).toMatchObject({ before: { state: 'running' }, after: { state: 'met-late', metOn: '2024-02-20' } });
    expect(steps[5]).toMatchObject({ corrects: eventIdOf(stream, 3) });
    expect(steps[5]?.clocks).toContainEqual(expect.objectContaining({ rule: 'wgs-first-conversation', after: expect.objectContaining({ state: 'met', metOn: '2024-01-20' }) }));
  });
  test('now, it never was, and the step says which date was said first', () => {
    const step = replay(facts, now)[2];
    expect(step).toMatchObject({ happenedOn: '2024-01-20T00:00:00', firstSaidOn: '2024-02-20T00:00:00' });
    expect(step?.clocks[0]?.after).toMatchObject({ state: 'met' });
  });
  test('both views end in the same state', () => {
    expect(steps.at(-1)?.stateHash).toBe(replay(facts, now).at(-1)?.stateHash);
    expect(steps.at(-1)?.stateHash).toBe(digest(canonical(replayedState(facts))));
  });
  test('as known on a date leaves out what was recorded later, also where it had happened', () => {
    const known = replay(facts, { ...then, knownAt: '2024-02-21T22:59:59.999Z' });
    expect(known.map(({ type }) => type)).not.toContain('ContactLogged');
    expect(replay(facts, { ...now, asOf: '2024-02-01' }).map(({ type }) => type)).toEqual(['TrajectoryOpened', 'ApplicationReceived', 'FirstConversationHeld', 'ContactLogged']);
  });
  test('jumps to any day: the page of that day, under the rules that are given', () => {
    const rules = { digest, law: lawWith([{ key: 'first-conversation-term', value: 1, name: 'one-week' }]) };
    expect(snapshot(facts, '2024-01-10', rules).clocks).toMatchObject([{ due: '2024-01-15', parameterVersion: 'WG-01@2012-07-01~one-week' }]);
    expect(snapshot(facts, '2024-01-10', { digest }).clocks).toMatchObject([{ due: '2024-02-05' }]);
    expect(snapshot(facts, '2023-01-01', { digest }).state).toEqual({ phase: 'none' });
  });
  test('shows nothing personal, and hangs on no seal', () => {
    expect(JSON.stringify([steps, replay(facts, now), snapshot(facts, '2024-03-01', { digest })])).not.toContain('CANARY');
    const other = replay(sealedOtherwise(facts, ['creditor', 'note', 'reason']), then);
    expect(other).toEqual(steps);
  });
  test('of the same facts gives the same hashes, of others another', () => {
    expect(replay(facts, then).map(({ stateHash }) => stateHash)).toEqual(steps.map(({ stateHash }) => stateHash));
    const changed = facts.map((fact) => (fact.type === 'DebtRegistered' ? ({ ...fact, data: { ...fact.data, claim: 100_001 } } as TrajectoryFact) : fact));
    expect(replay(changed, then).at(-1)?.stateHash).not.toBe(steps.at(-1)?.stateHash);
    expect(dutchLaw.versions.length).toBeGreaterThan(0);
  });
  test('under pseudonyms is the same story of somebody else', () => {
    const named = facts.map((fact) => pseudonymised(fact, (id) => `p-${digest(`key ${id}`).slice(0, 12)}`));
    const renamed = replay(named, then);
    expect(renamed.map(({ type, clocks }) => [type, clocks.length])).toEqual(steps.map(({ type, clocks }) => [type, clocks.length]));
    expect(JSON.stringify(named)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/);
    expect(JSON.stringify(named)).not.toContain('"coach"');
  });
  test('a fact without anything personal is left as it is', () => expect(withoutPersonal(facts[1] as TrajectoryFact)).toBe(facts[1]));
});

describe('a structural difference', () => {
  const apply = (value: unknown, changes: ReturnType<typeof difference>): unknown => {
    const copy = structuredClone({ root: value }) as Record<string, unknown>;
    for (const { path, after } of changes) {
      const keys = ['root', ...path.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))];
      const last = keys.pop() as string;
      const parent = keys.reduce((node, key) => node[key] as Record<string, unknown>, copy);
      if (after === undefined) delete parent[last];
      else parent[last] = after;
    }
    return JSON.parse(canonical(copy['root'] ?? null).replaceAll(/,?null(?=[,\]])/g, '')) as unknown;
  };
  test('leads from the one value to the other', () => {
    const json = fc.dictionary(fc.constantFrom('a', 'b/c', '~d'), fc.oneof(fc.integer(), fc.string(), fc.dictionary(fc.constantFrom('x', 'y'), fc.integer())));
    fc.assert(fc.property(json, json, (before, after) => expect(canonical(apply(before, difference(before, after)))).toBe(canonical(after))));
  });
  test('of the same value is empty, also with keys in another order', () => {
    expect(difference({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toEqual([]);
  });
  test('names the smallest place', () => {
    expect(difference({ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 }, d: [] })).toEqual([{ path: '/a/c', before: 2, after: 3 }, { path: '/d', after: [] }]);
  });
});
