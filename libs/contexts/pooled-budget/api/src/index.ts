import type { Type } from '@nestjs/common';
import { commandResolver, registerSentences } from '@perspectief/edge';
import { BudgetExportController } from './export/budget-export.controller.js';
import { pooledBudgetInputs } from './inputs/index.js';
import { pooledBudgetSentences } from './pooled-budget.sentences.js';

registerSentences(pooledBudgetSentences);

export { ledgerCsv, yearStatementCsv } from './export/budget-csv.js';
export { sheetFormats, type SheetFormat, type SheetName } from './export/number-format.js';
export * from './inputs/index.js';
export { pooledBudgetOwner, type PooledBudgetPorts } from './pooled-budget-owner.js';
export { pooledBudgetSentences } from './pooled-budget.sentences.js';
export { pooledBudgetQueries } from './queries/index.js';

/** What the service offers of this context. */
export const pooledBudgetResolvers: readonly Type[] = [commandResolver(pooledBudgetInputs)];
/** They want PooledBudgets, WhoAsks and ExportDesk. */
export const pooledBudgetControllers: readonly Type[] = [BudgetExportController];
