import type { Type } from '@nestjs/common';
import { commandResolver, registerSentences } from '@perspectief/edge';
import { pooledBudgetInputs } from './inputs/index.js';
import { pooledBudgetSentences } from './pooled-budget.sentences.js';

registerSentences(pooledBudgetSentences);

export * from './inputs/index.js';
export { pooledBudgetOwner, type PooledBudgetPorts } from './pooled-budget-owner.js';
export { pooledBudgetSentences } from './pooled-budget.sentences.js';

/** What the service offers of this context. */
export const pooledBudgetResolvers: readonly Type[] = [commandResolver(pooledBudgetInputs)];
