import { dayOf, daysBetween, idOfStream, type Uuid } from '@perspectief/kernel';
import { dutchLaw, lawWith, type Law } from '@perspectief/law';
import { pooledBudgetDecider, type PooledBudgetCommand, type PooledBudgetContext, type PooledBudgetState } from '@perspectief/pooled-budget-domain';
import { byCommand, compared, metaOf, outcomeOf, reproduces, type DecisionDifference, type Outcome } from './decisions.js';
import { withoutPersonal, type PotFact } from './facts.js';
import { mandateUnder, type RuleSet } from './rule-set.js';

/** What one pot's decisions for a trajectory would have been. */
export interface SpendingDecisions {
  readonly trajectoryId: Uuid;
  readonly differences: readonly DecisionDifference[];
  /** Approvals of others that its requests wanted, and would have wanted. */
  readonly approvals: { readonly before: number; readonly after: number };
  readonly decidedAgain: number;
  readonly notComparable: number;
}

export interface PotDecisions {
  readonly byTrajectory: ReadonlyMap<Uuid, SpendingDecisions>;
  /** Whole days that a request of this pot waited for approval, in the middle; null where none ever did. What a wait would have cost. */
  readonly medianWait: number | null;
}

const commandOf = (fact: PotFact): Extract<PooledBudgetCommand, { type: 'RequestSpending' }> | undefined => {
  if (fact.type !== 'SpendingRequested') return undefined;
  const { requestedBy: _, rule: __, approvers: ___, ...asked } = fact.data;
  // Payees are sealed: whether it looks like one made twice was answered then, and stays answered.
  return { type: 'RequestSpending', data: { ...asked, budgetId: idOfStream(fact.stream), duplicateConfirmed: true } };
};

const contextUnder = (law: Law): PooledBudgetContext => ({ law: (day) => law.on(day), trajectory: { exists: true, open: true }, people: {} });

const approversIn = (outcome: Outcome): number =>
  ('events' in outcome ? outcome.events : []).reduce(
    (sum, { type, data }) => (type === 'SpendingRequested' ? sum + (data as { readonly approvers: number }).approvers : sum), 0);

const medianWait = (facts: readonly PotFact[]): number | null => {
  const asked = new Map<Uuid, string>();
  const waits: number[] = [];
  for (const fact of facts) {
    if (fact.type === 'SpendingRequested' && fact.data.approvers > 0) asked.set(fact.data.requestId, fact.happenedOn);
    if (fact.type !== 'SpendingApproved' || fact.data.by === 'emergency') continue;
    const since = asked.get(fact.data.requestId);
    if (since !== undefined) waits.push(daysBetween(dayOf(since), dayOf(fact.happenedOn)));
  }
  const sorted = waits.sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** Makes the decisions of one pot again, each on what was recorded before it, for every trajectory that asked for money. */
export const spendingDecisions = (facts: readonly PotFact[], rules: RuleSet): PotDecisions => {
  const clean = facts.map(withoutPersonal);
  const other = lawWith(rules.overrides);
  const found = new Map<Uuid, SpendingDecisions>();
  let [was, would]: [PooledBudgetState, PooledBudgetState] = [pooledBudgetDecider.initial, pooledBudgetDecider.initial];
  for (const group of byCommand(clean)) {
    const [fact] = group;
    const command = commandOf(fact);
    if (command) {
      const { trajectoryId } = command.data;
      const so = found.get(trajectoryId) ?? { trajectoryId, differences: [], approvals: { before: 0, after: 0 }, decidedAgain: 0, notComparable: 0 };
      const before = outcomeOf(pooledBudgetDecider.decide(command, was, metaOf(fact), contextUnder(dutchLaw)));
      const after = outcomeOf(pooledBudgetDecider.decide(command, would, metaOf(fact), contextUnder(other)));
      const fits = reproduces(before, group);
      found.set(trajectoryId, {
        trajectoryId,
        differences: fits ? [...so.differences, ...compared(command, fact, before, after, false)] : so.differences,
        approvals: fits ? { before: so.approvals.before + approversIn(before), after: so.approvals.after + approversIn(after) } : so.approvals,
        decidedAgain: so.decidedAgain + 1,
        notComparable: so.notComparable + (fits ? 0 : 1),
      });
    }
    for (const one of group) {
      was = pooledBudgetDecider.evolve(was, one);
      would = pooledBudgetDecider.evolve(would, mandateUnder(rules, one));
    }
  }
  return { byTrajectory: found, medianWait: medianWait(clean) };
};
