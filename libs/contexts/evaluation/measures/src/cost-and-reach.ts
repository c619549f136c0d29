import type { Cents } from '@perspectief/kernel';
import type { PotFact } from '@perspectief/evaluation-replay';
import type { CaseRecord } from './case-record.js';
import { funnelOf, type FunnelStage } from './funnel.js';

/** What one averted event would have cost, and who says so. A scenario is a set of these; it decides nothing by itself. */
export interface UnitPrice {
  readonly threat: string;
  readonly cents: Cents;
  readonly source: string;
}

/** COST_BALANCE of a group, whole euro cents. */
export interface CostBalance {
  readonly fromPots: Cents;
  readonly incentives: Cents;
  readonly discharged: Cents;
  readonly avoided: Cents;
  readonly assumptions: readonly UnitPrice[];
}

/** What pots paid for each trajectory, refunds deducted. */
export const spentFromPots = (facts: Iterable<PotFact>): ReadonlyMap<string, Cents> => {
  const spent = new Map<string, Cents>();
  const add = (trajectory: string, cents: Cents): void => void spent.set(trajectory, (spent.get(trajectory) ?? 0) + cents);
  for (const fact of facts) {
    if (fact.type === 'PaymentRecorded' || fact.type === 'BuyOutPaidFromPool') add(fact.data.trajectoryId, fact.data.amount);
    if (fact.type === 'RefundRecorded') add(fact.data.trajectoryId, -fact.data.amount);
  }
  return spent;
};

export const costBalance = (cases: readonly CaseRecord[], spent: ReadonlyMap<string, Cents>, assumptions: readonly UnitPrice[]): CostBalance => {
  const price = new Map(assumptions.map(({ threat, cents }) => [threat, cents]));
  const sum = (of: (one: CaseRecord) => Cents): Cents => cases.reduce((total, one) => total + of(one), 0);
  return {
    fromPots: sum(({ trajectory }) => spent.get(trajectory) ?? 0),
    incentives: sum(({ spentOnIncentives }) => spentOnIncentives),
    discharged: sum(({ debts }) => debts.discharged),
    avoided: sum(({ threatsAverted }) => threatsAverted.reduce((total, threat) => total + (price.get(threat) ?? 0), 0)),
    assumptions,
  };
};

/** REACH: of those whom an early signal was about, who was reached, and who accepted help. */
export const reach = (cases: readonly CaseRecord[]): readonly FunnelStage[] =>
  funnelOf(cases.filter(({ source }) => source === 'early-signal'), [
    { name: 'signal', reached: () => true },
    { name: 'reached', reached: ({ reached, milestones }) => reached || milestones.conversation !== undefined },
    { name: 'accepted help', reached: ({ milestones }) => milestones.plan !== undefined },
  ]);
