import { ApprovalQueue, BudgetAttention, BudgetLog, PooledBudgets, SpendingRequests, type BudgetSources } from '@perspectief/pooled-budget-read';

/** What is read of pots. */
export interface BudgetReading {
  readonly pots: PooledBudgets;
  readonly requests: SpendingRequests;
  readonly queue: ApprovalQueue;
  readonly attention: BudgetAttention;
}

export const budgetReading = (sources: BudgetSources): BudgetReading => {
  const log = new BudgetLog(sources);
  return {
    pots: new PooledBudgets(sources, log),
    requests: new SpendingRequests(sources.database, log),
    queue: new ApprovalQueue(sources.database),
    attention: new BudgetAttention(sources.database),
  };
};
