import type { BudgetSummary, BudgetView, DecisionRecord } from '@perspectief/pooled-budget-read';
import { ledgerSeen, mandatesSeen, potInListSeen, potSeen, raisesSeen } from './budget-lens.js';
import { exportSeen, type ExportTold } from './export-lens.js';
import { householdSeen } from './household-lens.js';
import { recordSeen, spendSeen } from './record-lens.js';

const raise = [{ trajectoryId: 'file' }];
const year = { year: 2025, phase: 'open', available: 5, contributed: 9, reserved: 1, paid: 3, domains: [{ domain: 'wmo' }] };
const pot = { years: [year], proposedRaises: raise };
const none = async (): Promise<ReadonlySet<string>> => new Set();

test('who does not account for a pot sees its room, and no household whose ceiling somebody wants raised', () => {
  const room = { year: 2025, phase: 'open', available: 5 };
  expect(potSeen(pot as unknown as BudgetView, new Set(['room']))).toEqual({ years: [{ ...room, domains: [] }], proposedRaises: [] });
  expect(potInListSeen(pot as unknown as BudgetSummary, new Set(['room']))).toEqual({ years: [{ year: 2025, available: 5 }], proposedRaises: [] });
  expect(potSeen(pot as unknown as BudgetView, new Set(['accounts']))).toBe(pot);
});

test('whose money it is stays open where the viewer may not know; the money itself is in the account', () => {
  const mayKnow = (id: string): boolean => id === 'known';
  const asked = { amount: 5, proposedBy: 'an' };
  expect(raisesSeen({ proposedRaises: [{ ...asked, trajectoryId: 'known' }, { ...asked, trajectoryId: 'hidden' }] }, mayKnow)).toEqual({ proposedRaises: [{ ...asked, trajectoryId: 'known' }] });
  const [known, year] = [{ amount: 1, trajectoryId: 'known', requestId: 'r1', reference: 'x' }, { amount: 2, trajectoryId: undefined, requestId: undefined, reference: '2025' }];
  const hidden = { amount: 3, trajectoryId: 'hidden', requestId: 'r3', reference: 'z' };
  expect(ledgerSeen([known, year, hidden], mayKnow)).toEqual([known, year, { amount: 3 }]);
});

test('mandates are seen by who grants them; a coach sees the own one', () => {
  const mandates = [{ coachId: 'an' }, { coachId: 'bo' }];
  expect(mandatesSeen(mandates, 'an', new Set(['mandates']))).toEqual(mandates);
  expect(mandatesSeen(mandates, 'an', new Set(['own-mandate']))).toEqual([{ coachId: 'an' }]);
  expect(mandatesSeen(mandates, 'an', new Set(['room']))).toEqual([]);
});

test('beside a request stand the others that its reader may see, and what the pot has for who accounts for it', async () => {
  const record = { impact: { available: 5 }, earlier: [{ requestId: 'a' }, { requestId: 'b' }], similar: [{ requestId: 'c' }, { requestId: 'd' }] };
  expect(await recordSeen(record, new Set(['request']), async () => new Set(['b', 'c']))).toEqual({ impact: null, earlier: [{ requestId: 'b' }], similar: [{ requestId: 'c' }] });
  expect(await recordSeen(record, new Set(['accounts']), none)).toEqual({ impact: { available: 5 }, earlier: [], similar: [] });
});

test('what a household had is told of own pots alone', async () => {
  expect(await spendSeen({ pots: [{ budgetId: 'own' }, { budgetId: 'other' }] }, async (id) => id === 'own')).toEqual({ pots: [{ budgetId: 'own' }] });
});

const household = { name: 'Gezin', address: 'Straat 1', residences: [{ address: 'Straat 0' }], members: [{ name: 'An' }], sharingGrounds: [{}] };
const eyes = (...parts: readonly string[]) => ({ viewer: { personId: 'an', role: 'x' }, parts: new Set(parts), memberIds: [], laws: [] }) as never;

test('where somebody lives, and lived, is closed to who knows the name alone', () => {
  expect(householdSeen(household as never, eyes('identity'))).toMatchObject({ name: 'Gezin', address: undefined, residences: [], members: [], sharingGrounds: [] });
  expect(householdSeen(household as never, eyes('address'))).toMatchObject({ name: undefined, address: 'Straat 1', residences: household.residences });
});

test('a household takes away what was asked and paid for it, not what staff said of it or what the pot holds', () => {
  const reasons = { purpose: 'fiets', payee: 'winkel', legitimate: 'STAF', committed: 'STAF' };
  const spending = [{ request: { amount: 1 }, reasons, payments: [2], impact: 'POT', decisions: ['STAF'] }] as unknown as readonly DecisionRecord[];
  const told = { household, trajectories: [], spending, facts: [{ type: 'X' }] } as unknown as ExportTold;
  expect(exportSeen(told, eyes('spending'))).toMatchObject({ spending: [{ request: { amount: 1 }, reasons: { purpose: 'fiets', payee: 'winkel' }, payments: [2] }], facts: [] });
  expect(JSON.stringify(exportSeen(told, eyes('spending')))).not.toMatch(/STAF|POT/);
  expect(exportSeen(told, eyes('facts'))).toMatchObject({ spending: [], facts: [{ type: 'X' }] });
});
