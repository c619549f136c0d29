import { inputsOf } from '@perspectief/edge';
import type { PooledBudgetCommand } from '@perspectief/pooled-budget-domain';
import { budgetInputs } from './budget.inputs.js';
import { spendingInputs } from './spending.inputs.js';

/** What policies alone may send, in answer to a buy-out. */
export const internalPooledBudgetCommands = ['ReserveBuyOut', 'ReleaseBuyOut', 'RecordBuyOutPaid'] as const satisfies readonly PooledBudgetCommand['type'][];

/** Every command of a pot that may come from outside. */
export const pooledBudgetInputs = inputsOf<PooledBudgetCommand, (typeof internalPooledBudgetCommands)[number]>()({
  ...budgetInputs,
  ...spendingInputs,
});
