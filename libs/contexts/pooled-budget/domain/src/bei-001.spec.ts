import { deriveId, isRefused, parseAmount } from '@perspectief/kernel';
import type { PooledBudgetCommand } from './commands.js';
import { pooledBudgetDecider } from './pooled-budget.js';
import { householdSpend } from './reading/household-spend.js';
import { spendingFlow } from './reading/spending-flow.js';
import { yearTotals } from './reading/totals.js';
import { yearStatement } from './reading/year-statement.js';
import type { PooledBudgetState } from './state.js';
import { bei001, type StoryStep } from './testing/bei-001.js';
import { reasons } from './testing/commands.js';
import { decideAs, evolveWith } from './testing/scenario.js';

const amounts = ['amount', 'householdCeiling', 'perRequest', 'above'];
const idOf = (label: string): string => deriveId('BEI-001', label);

/** As the edge reads it: amounts to cents, labels to ids. */
const read = (key: string, value: unknown): unknown => {
  if (amounts.includes(key)) return parseAmount(value);
  if (typeof value === 'string') return value.startsWith('$') ? idOf(value) : value;
  if (Array.isArray(value)) return value.map((item) => readAll(item as Record<string, unknown>));
  return value !== null && typeof value === 'object' ? readAll(value as Record<string, unknown>) : value;
};
const readAll = (data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, read(key, value)]));

const { purpose: _, payee: __, lifeArea: ___, ...why } = reasons;
const commandOf = ([, , type, data]: StoryStep): PooledBudgetCommand =>
  ({ type, data: { budgetId: idOf('$pot'), ...(type === 'RequestSpending' && why), ...readAll(data) } }) as PooledBudgetCommand;

const play = () => {
  const outcomes: (string | undefined)[] = [];
  const last = bei001.reduce<PooledBudgetState>((state, step) => {
    const decision = decideAs(state, [step[0], step[1], commandOf(step)]);
    outcomes.push(isRefused(decision) ? decision.refused.code : undefined);
    return isRefused(decision) ? state : evolveWith(state, step[0], step[1], decision.accepted);
  }, pooledBudgetDecider.initial);
  return { last, outcomes };
};

describe('the pot of household BEI-001', () => {
  const { last, outcomes } = play();

  test('every step is accepted or refused as the story tells', () => {
    expect(outcomes).toEqual(bei001.map(([, , , , refused]) => refused));
  });

  test('2024 paid 2627.14, and each law knows its part', () => {
    expect(yearTotals(last, 2024)).toEqual({
      year: 2024,
      contributed: 4_200_000,
      paid: 262_714,
      reserved: 0,
      available: 0,
      byDomain: { jeugd: 33_600, wmo: 71_250, participatiewet: 95_050, schuldhulp: 62_814 },
    });
  });

  test('the laptop of December is a cost of 2025, and its money came along', () => {
    expect(yearTotals(last, 2025)).toMatchObject({ paid: 42_400, reserved: 0, byDomain: { jeugd: 42_400, wmo: 0, participatiewet: 0, schuldhulp: 0 } });
  });

  test('the household got 3051.14 of 3250.00', () => {
    expect(householdSpend(last, idOf('$trajectory'))).toMatchObject({ paid: 305_114, reserved: 0, ceiling: 325_000, left: 19_886 });
  });

  test('the statement of 2024 is closed, its quarters add up, and what the laws owe each other is zero', () => {
    const { phase, domains, quarters } = yearStatement(last, 2024);
    expect(phase).toBe('closed');
    expect(domains.map(({ domain, attributed, owes }) => [domain, attributed, owes])).toEqual([
      ['jeugd', 33_600, -22_696],
      ['wmo', 71_250, -3_811],
      ['participatiewet', 95_050, 1_224],
      ['schuldhulp', 62_814, 25_283],
    ]);
    expect(quarters.map(({ attributed }) => attributed.wmo)).toEqual([41_500, 29_750, 0, 0]);
  });

  test('the flow of 2024 goes from law through purpose to law, and loses nothing', () => {
    const flow = spendingFlow(last, 2024);
    const sumOf = (kind: string, side: 'from' | 'to') => flow.filter((link) => link[side].kind === kind).reduce((sum, { amount }) => sum + amount, 0);
    expect([sumOf('contributed', 'from'), sumOf('benefits', 'to')]).toEqual([262_714, 262_714]);
  });
});
