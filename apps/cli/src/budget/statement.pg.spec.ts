import { deriveId, type Cents } from '@perspectief/kernel';
import { openPlatform, type Platform } from '@perspectief/assembly';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { throwAwayKeys } from '@perspectief/privacy';
import { Ending } from '../exit.js';
import { statementIn, type StatementFlags } from './command.js';

let database: ThrowAwayDatabase;
let platform: Platform;
const id = (word: string): string => deriveId('statement spec', word);
const [pot, trajectory, request] = ['pot', 'trajectory', 'request'].map(id) as [string, string, string];
const reasons = { purpose: 'Bed', payee: 'winkel', lifeArea: 'housing', legitimate: 'ja', committed: 'ja', returns: 'ja', regularRouteRuledOut: 'ja' };

const does = async (type: string, data: object, on = '2025-03-03', actor = { id: 'holder', role: 'budget-holder' }): Promise<void> => {
  const answer = await platform.path.handle({ type, data, commandId: id(JSON.stringify([type, data])), happenedOn: on, actor });
  if ('refused' in answer) throw new Error(`${type}: ${answer.refused.code}`);
};

beforeAll(async () => {
  database = await throwAwayDatabase();
  platform = await openPlatform({ databaseUrl: database.url, keys: throwAwayKeys(), poolSize: 4 });
  const coach = { id: 'coach', role: 'neighbourhood-coach' } as const;
  for (const person of [{ id: 'holder', role: 'budget-holder' as const }, coach]) await platform.directory.put({ ...person, municipality: 'groningen', name: person.id });
  await does('RegisterHousehold', { householdId: id('household'), municipality: 'groningen', area: 'beijum', name: 'Gezin', address: 'Straat 1' }, '2025-01-06', coach);
  await does('OpenTrajectory', { trajectoryId: trajectory, householdId: id('household'), area: 'beijum', source: 'self' }, '2025-01-06', coach);
  await does('OpenBudget', { budgetId: pot, name: 'Doorbraak Beijum', scheme: 'doorbraak', area: 'beijum' });
  await does('Contribute', { budgetId: pot, year: 2025, domain: 'jeugd', amount: '1000.00' });
  await does('Contribute', { budgetId: pot, year: 2025, domain: 'wmo', amount: '2000.00' });
  await does('GrantMandate', { budgetId: pot, coachId: 'coach', perRequest: '500.00', from: '2025-01-01' });
  await does('RequestSpending', { budgetId: pot, requestId: request, trajectoryId: trajectory, amount: '400.01', split: { jeugd: 100 }, ...reasons }, '2025-03-04', coach);
  await does('RecordPayment', { budgetId: pot, requestId: request, paymentId: id('payment'), amount: '400.01', deliveredOn: '2025-06-30' }, '2025-06-30');
  await does('CloseYear', { budgetId: pot, year: 2025, remainder: 'return' }, '2025-12-31');
}, 60_000);
afterAll(async () => {
  await platform.close();
  await database.drop();
});

const told = (flags: Partial<StatementFlags> = {}): Promise<string> => statementIn(platform, pot, { year: 2025, lang: 'nl', ...flags });

/** Amounts as they are printed, such as −€ 1.234,56. */
const centsIn = (text: string): readonly Cents[] =>
  [...text.matchAll(/(−?)€\s?([\d.]+),(\d\d)/g)].map(([, sign, euros = '', cents = '']) => Number(`${sign ? '-' : ''}${euros.replaceAll('.', '')}${cents}`));

const sum = (amounts: readonly Cents[]): Cents => amounts.reduce((total, amount) => total + amount, 0);

test('what the laws owe each other sums to zero, and every column to its total', async () => {
  const lines = (await told()).split('\n');
  const rows = ['jeugd', 'wmo', 'participatiewet', 'schuldhulp'].map((law) => centsIn(lines.find((line) => line.startsWith(law)) ?? ''));
  const total = centsIn(lines.find((line) => line.startsWith('samen')) ?? '');
  expect(rows.map((row) => row.length)).toEqual([5, 5, 5, 5]);
  expect(total).toEqual([300_000, 40_001, 0, 259_999, 0]);
  expect(total.map((_, column) => sum(rows.map((row) => row[column] ?? Number.NaN)))).toEqual(total);
  expect(rows.map((row) => row[4])).toEqual([26_667, -26_667, 0, 0]);
});

test('the page says which pot and year it is of, and its quarters', async () => {
  const text = await told();
  expect(text).toMatch(/^Budget +Doorbraak Beijum \(doorbraak\)\nGebied +beijum, groningen\nJaar +2025, afgesloten\n/);
  const quarters = text.split('\n').filter((line) => /^[1-4] /.test(line));
  expect(quarters.map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([['1', 'ingelegd'], ['2', 'ten laste']]);
  expect(await told({ lang: 'en' })).toContain('owes (−: is owed)');
});

test('as of a day it knows nothing of what came later', async () => {
  const text = await told({ asOf: '2025-06-29' });
  expect(text).toContain('Stand op  2025-06-29');
  expect(text).toContain('open; alsof het nu dicht gaat');
  expect(centsIn(text.split('\n').find((line) => line.startsWith('samen')) ?? '')).toEqual([300_000, 0, 40_001, 259_999, 0]);
});

test('--json is pot and statement with amounts in cents', async () => {
  const { budget, statement } = JSON.parse(await told({ json: true })) as { budget: object; statement: { domains: { owes: Cents }[] } };
  expect(budget).toMatchObject({ id: pot, name: 'Doorbraak Beijum', scheme: 'doorbraak', area: 'beijum', years: [{ year: 2025, phase: 'closed', contributed: 300_000, paid: 40_001, available: 0 }, { year: 2026 }] });
  expect(statement).toMatchObject({ year: 2025, phase: 'closed', quarters: [{ quarter: 1 }, { quarter: 2 }, { quarter: 3 }, { quarter: 4 }] });
  expect(statement.domains[0]).toEqual({ domain: 'jeugd', contributed: 100_000, attributed: 40_001, over: 0, back: 86_666, owes: 26_667 });
  expect(sum(statement.domains.map(({ owes }) => owes))).toBe(0);
});

test('a pot that is not there, or was not on that day, is told in a sentence', async () => {
  await expect(statementIn(platform, id('nothing'), { year: 2025, lang: 'nl' })).rejects.toThrow(Ending);
  await expect(told({ asOf: '2025-03-02' })).rejects.toThrow(`There is no budget ${pot} on that day.`);
});
