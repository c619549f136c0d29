import { addDays, domains, isRefused, yearOf, type BusinessDate, type Domain } from '@perspectief/kernel';
import fc from 'fast-check';
import type { PooledBudgetEvent } from '../events.js';
import { pooledBudgetDecider } from '../pooled-budget.js';
import type { PooledBudgetState } from '../state.js';
import { contribute, grant, open } from './commands.js';
import { commandFor, kinds, type Intent } from './intents.js';
import { decideAs, evolveWith, pot, type Step } from './scenario.js';

const one = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const pick = fc.nat({ max: 999 });
const amount = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 900 }) }, { weight: 1, arbitrary: one(0, -1, 5_000) });
const day = fc.integer({ min: 0, max: 1_100 }).map((days) => addDays('2024-01-01', days));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const someDomains = fc.subarray<Domain>([...domains], { minLength: 1 });

export const split = fc
  .tuple(someDomains, fc.integer({ min: 1, max: 9_999 }))
  .map(([[first, second], cut]): Readonly<Record<string, string>> =>
    first && second ? { [first]: (cut / 100).toFixed(2), [second]: ((10_000 - cut) / 100).toFixed(2) } : { [first ?? 'wmo']: '100' },
  );

const intent: fc.Arbitrary<Intent> = fc.record({
  kind: fc.oneof(...kinds.map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) }))),
  pick,
  strange: fc.integer({ min: 1, max: 12 }).map((n) => n === 1),
  amount,
  domain: one(...domains),
  otherDay: day,
  coach: one('coach', 'other-coach'),
  split: maybe(split),
  domains: maybe(someDomains),
  emergency: maybe(fc.record({ upTo: amount, settleWithinWorkingDays: fc.integer({ min: 0, max: 200 }) })),
  until: maybe(day),
  yes: fc.boolean(),
});

/** Somebody wants something on a day. */
export type Wish = readonly [on: BusinessDate, as: string, intent: Intent];

/** Three years of wishes in the order of their days, sensible or not, by anybody. */
export const history: fc.Arbitrary<readonly Wish[]> = fc
  .array(fc.tuple(day, one('coach', 'other-coach', 'holder1', 'holder2'), intent), { minLength: 10, maxLength: 60, size: 'max' })
  .map((wishes) => [...wishes].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

const start: readonly Step[] = [
  ['2024-01-01', 'holder1', open({ householdCeiling: 2_500, tiers: [{ above: 300, approvers: 2 }] })],
  ['2024-01-01', 'holder1', contribute(2024, 'jeugd', 2_001)],
  ['2024-01-01', 'holder1', contribute(2024, 'schuldhulp', 4_000)],
  ['2024-01-01', 'holder1', contribute(2025, 'wmo', 4_700)],
  ['2024-01-01', 'holder1', contribute(2026, 'participatiewet', 3_000)],
  ['2024-01-01', 'holder1', grant({ perRequest: 400, emergency: { upTo: 800, settleWithinWorkingDays: 30 } })],
];

/** What one command did. */
export interface Turn {
  readonly step: Step;
  readonly before: PooledBudgetState;
  readonly events: readonly PooledBudgetEvent[];
  readonly after: PooledBudgetState;
}

const turn = (before: PooledBudgetState, step: Step): Turn => {
  const decision = decideAs(before, step);
  const events = isRefused(decision) ? [] : decision.accepted;
  return { step, before, events, after: evolveWith(before, step[0], step[1], events) };
};

export const turnsOf = (wishes: readonly Wish[]): readonly Turn[] => {
  const turns: Turn[] = [];
  const state = () => turns.at(-1)?.after ?? pooledBudgetDecider.initial;
  for (const step of start) turns.push(turn(state(), step));
  wishes.forEach(([on, as, wish], index) => turns.push(turn(state(), [on, as, commandFor(wish, pot(state()), yearOf(on), index)])));
  return turns;
};
