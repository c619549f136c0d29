import { addMonths, type BusinessDate, type Cents } from '@perspectief/kernel';
import type { TrajectoryFact } from '@perspectief/evaluation-replay';
import type { OpenedTrajectory } from '@perspectief/trajectory-domain';

/** How one repayment stands on the day of the cut. Amounts are whole euro cents for money, minutes for work. */
export interface CreditRecord {
  readonly form: 'money' | 'in-kind';
  /** Instalments that had fallen due. */
  readonly due: number;
  /** Of these, received in full and never missed. */
  readonly onTime: number;
  /** Of these, not received in full a month after their day. */
  readonly inArrears: number;
  readonly agreed: number;
  readonly received: number;
  readonly closed: boolean;
  /** What was agreed and will not come, once the buy-out failed. */
  readonly writtenOff: number;
}

const missedIn = (facts: readonly TrajectoryFact[], buyOutId: string): ReadonlySet<number> =>
  new Set(facts.flatMap((fact) => (fact.type === 'RepaymentMissed' && fact.data.buyOutId === buyOutId ? [fact.data.number] : [])));

export const creditOf = ({ debtBuyOut }: OpenedTrajectory, facts: readonly TrajectoryFact[], cutOn: BusinessDate): readonly CreditRecord[] =>
  debtBuyOut.buyOuts.flatMap(({ buyOutId, repayment, outcome }) => {
    if (repayment.phase === 'none') return [];
    const missed = missedIn(facts, buyOutId);
    const due = repayment.instalments.filter(({ dueOn }) => dueOn <= cutOn);
    const sum = (of: (one: (typeof due)[number]) => Cents): number => repayment.instalments.reduce((total, one) => total + of(one), 0);
    const [agreed, received] = [sum(({ share }) => share), sum((one) => one.received)];
    return [{
      form: repayment.form, agreed, received, due: due.length,
      onTime: due.filter(({ phase, number }) => phase === 'received' && !missed.has(number)).length,
      inArrears: due.filter(({ phase, dueOn }) => phase !== 'received' && addMonths(dueOn, 1) <= cutOn).length,
      closed: repayment.phase === 'closed',
      writtenOff: outcome.phase === 'failed' ? agreed - received : 0,
    }];
  });
