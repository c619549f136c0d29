import type { Type } from '@nestjs/common';
import { BudgetQueries } from './budget.queries.js';
import { QueueChanges } from './changes.js';
import { QueueQueries } from './queue.queries.js';

/** What may be asked of this context. They want PooledBudgets, SpendingRequests, ApprovalQueue, BudgetAttention, Directory, ReadGate and ChangeFeed. */
export const pooledBudgetQueries: readonly Type[] = [BudgetQueries, QueueQueries, QueueChanges];
