import { policyOf, type PolicyRow } from '@perspectief/access';
import type { Look } from '@perspectief/reader-log';
import { recordLook } from './looks.js';
import { mayOpen } from './seals.js';

const household = '00000000-0000-5000-8000-000000000001';
const row = policyOf('debt-counsellor')?.rows.find(({ may }) => may.includes('clocks')) as PolicyRow;

test('a look says who, what, for what, under which law, of whom, of which day, and what has to be so in the log', async () => {
  const told: unknown[] = [];
  const log = { record: async (look: Look, seen: unknown) => void told.push(look, seen) };
  const [startedAt, seen] = ['2025-01-01T10:00:00.000Z', [{ stream: `household-${household}`, version: 3 }]];
  const actor = { id: 'an', role: 'debt-counsellor', name: 'An' };
  await recordLook(log, { actor, what: 'clocks', action: 'read', row, householdIds: [household], trajectoryIds: [], asOf: '2024-05-01', startedAt, seen });
  const person = { id: 'an', role: 'debt-counsellor' };
  expect(told).toEqual([{ person, what: 'clocks', action: 'read', purpose: 'debt-help', law: 'schuldhulp', householdIds: [household], trajectoryIds: [], asOf: '2024-05-01', startedAt }, seen]);
});

test('a sealed text opens with its part, and none of a household that is not in the answer', () => {
  const opens = (scope: Parameters<ReturnType<typeof mayOpen>>[0]['scope'], parts: Parameters<typeof mayOpen>[0]): boolean => mayOpen(parts)({ householdId: household, scope });
  expect(opens('wmo', () => new Set(['wmo']))).toBe(true);
  expect(opens('wmo', () => new Set(['summary', 'identity', 'jeugd', 'tandem-notes', 'spending']))).toBe(false);
  expect(opens('tandem', () => new Set(['tandem', 'notes']))).toBe(false);
  expect(opens('money', () => new Set(['room', 'request']))).toBe(false);
  expect(opens('common', () => undefined)).toBe(false);
});
