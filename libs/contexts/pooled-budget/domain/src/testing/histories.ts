import { addDays, domains, isRefused, type Domain } from '@perspectief/kernel';
import fc from 'fast-check';
import type { PooledBudgetCommand } from '../commands.js';
import type { PooledBudgetEvent } from '../events.js';
import { pooledBudgetDecider } from '../pooled-budget.js';
import type { PooledBudgetState } from '../state.js';
import * as to from './commands.js';
import { idOf, OTHER_TRAJECTORY, TRAJECTORY } from './ids.js';
import { decideAs, evolveWith, type Step } from './scenario.js';

/** Few ids, so that commands meet: a history in which nothing meets tests nothing. */
const one = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const among = (from: number, n: number) => fc.integer({ min: from, max: from + n - 1 }).map(idOf);
const requestId = among(200, 6);
const paymentId = among(300, 6);
const trajectoryId = one(TRAJECTORY, OTHER_TRAJECTORY);
const amount = fc.oneof(fc.integer({ min: 1, max: 900 }), one(0, 1, 100, 333));
const year = one(2024, 2025, 2026);
const domain = one(...domains);
const day = fc.integer({ min: 0, max: 1_100 }).map((days) => addDays('2024-01-01', days));
export const someDomains = fc.subarray<Domain>([...domains], { minLength: 1 });
export const split = fc
  .tuple(someDomains, fc.integer({ min: 1, max: 9_999 }))
  .map(([[first, second], cut]) =>
    first && second ? { [first]: (cut / 100).toFixed(2), [second]: ((10_000 - cut) / 100).toFixed(2) } : { [first ?? 'wmo']: 100 },
  );

const money = [
  fc.tuple(year, domain, amount).map((args) => to.contribute(...args)),
  fc.tuple(year, domain, amount).map((args) => to.takeBack(...args)),
  fc.tuple(year, one('return' as const, 'carry-over' as const)).map((args) => to.closeYear(...args)),
];
const grants = fc
  .record({
    coachId: one('coach', 'other-coach'),
    perRequest: amount,
    from: day,
    until: fc.option(day, { nil: undefined }),
    domains: fc.option(someDomains, { nil: undefined }),
    emergency: fc.option(fc.record({ upTo: amount, settleWithinWorkingDays: fc.integer({ min: 0, max: 200 }) }), { nil: undefined }),
  })
  .map(to.grant);
const asks = fc
  .record({
    requestId,
    trajectoryId,
    amount,
    split: fc.option(split, { nil: undefined }),
    emergency: fc.boolean(),
    duplicateConfirmed: fc.boolean(),
    year: fc.option(year, { nil: undefined }),
  })
  .map((data) => to.ask(data.amount, data));
const decisions = [to.approve, to.approve, to.approve, to.giveBack, to.answer, to.reject, to.withdraw, to.settle].map((command) =>
  requestId.map((id) => command(id)),
);
const payments = [
  fc.tuple(amount, day, requestId, paymentId).map(([cents, on, request, payment]) => to.pay(cents, on, { requestId: request, paymentId: payment })),
  fc
    .tuple(amount, requestId, paymentId, among(400, 4))
    .map(([cents, request, payment, refundId]) => to.refund(cents, { requestId: request, paymentId: payment, refundId })),
];
const raises = [fc.tuple(amount, trajectoryId).map((args) => to.proposeRaise(...args)), trajectoryId.map((id) => to.confirmRaise({ trajectoryId: id }))];
const buyOuts = [
  fc.tuple(amount, among(500, 2), trajectoryId).map(([cents, buyOutId, id]) => to.reserveBuyOut(cents, { buyOutId, trajectoryId: id })),
  among(500, 2).map((id) => to.releaseBuyOut(id)),
  fc.tuple(amount, among(500, 2), among(600, 3)).map(([cents, buyOutId, debtId]) => to.buyOutPaid(cents, { buyOutId, debtId })),
];

const command: fc.Arbitrary<PooledBudgetCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.oneof(...money) },
  { weight: 2, arbitrary: fc.oneof(grants, one('coach', 'other-coach').map(to.revoke)) },
  { weight: 6, arbitrary: asks },
  { weight: 7, arbitrary: fc.oneof(...decisions) },
  { weight: 8, arbitrary: fc.oneof(...payments) },
  { weight: 1, arbitrary: fc.oneof(...raises) },
  { weight: 2, arbitrary: fc.oneof(...buyOuts) },
);

const start: readonly Step[] = [
  ['2024-01-01', 'holder1', to.open({ householdCeiling: 1_500, tiers: [{ above: 300, approvers: 2 }] })],
  ['2024-01-01', 'holder1', to.contribute(2024, 'jeugd', 1_001)],
  ['2024-01-01', 'holder1', to.contribute(2024, 'schuldhulp', 2_000)],
  ['2024-01-01', 'holder1', to.contribute(2025, 'wmo', 700)],
  ['2024-01-01', 'holder1', to.grant({ perRequest: 400, emergency: { upTo: 800, settleWithinWorkingDays: 30 } })],
];

/** Three years of commands in the order of their days, sensible or not, by anybody. */
export const history: fc.Arbitrary<readonly Step[]> = fc
  .array(fc.tuple(day, one('coach', 'other-coach', 'holder1', 'holder2'), command), { minLength: 5, maxLength: 60 })
  .map((steps) => [...start, ...steps.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))]);

/** What one command did. */
export interface Turn {
  readonly step: Step;
  readonly before: PooledBudgetState;
  readonly events: readonly PooledBudgetEvent[];
  readonly after: PooledBudgetState;
}

export const turnsOf = (steps: readonly Step[]): readonly Turn[] => {
  let state: PooledBudgetState = pooledBudgetDecider.initial;
  return steps.map((step) => {
    const before = state;
    const decision = decideAs(before, step);
    const events = isRefused(decision) ? [] : decision.accepted;
    state = evolveWith(before, step[0], step[1], events);
    return { step, before, events, after: state };
  });
};
