import { ApprovalQueue, BudgetAttention, BudgetLog, PooledBudgets, QueueOfThen, SpendingRequests, type BudgetSources } from '@perspectief/pooled-budget-read';

/** What is read of pots. */
export interface BudgetReading {
  readonly pots: PooledBudgets;
  readonly requests: SpendingRequests;
  readonly queue: ApprovalQueue;
  readonly queueOfThen: QueueOfThen;
  readonly attention: BudgetAttention;
}

export const budgetReading = (sources: BudgetSources): BudgetReading => {
  const log = new BudgetLog(sources);
  return {
    pots: new PooledBudgets(sources, log),
    requests: new SpendingRequests(sources.database, log),
    queue: new ApprovalQueue(sources.database),
    queueOfThen: new QueueOfThen(sources.database, log),
    attention: new BudgetAttention(sources.database),
  };
};
