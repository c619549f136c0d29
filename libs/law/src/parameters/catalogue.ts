import { aftercare } from './aftercare.js';
import { buyOut } from './buy-out.js';
import { careAndYouth } from './care-and-youth.js';
import { crisisFreeze } from './crisis-freeze.js';
import { debtHelp } from './debt-help.js';
import { incomeSupport } from './income-support.js';
import type { Parameter } from './parameter.js';
import { pooledBudget } from './pooled-budget.js';
import { privacy } from './privacy.js';
import { procedure } from './procedure.js';
import { termCounting } from './term-counting.js';

/** Every number of the law and of our own policy; the one place where they stand. */
export const catalogue = {
  ...termCounting,
  ...debtHelp,
  ...careAndYouth,
  ...incomeSupport,
  ...procedure,
  ...crisisFreeze,
  ...buyOut,
  ...pooledBudget,
  ...aftercare,
  ...privacy,
};

/** The stable English name of a number. */
export type ParameterKey = keyof typeof catalogue;
/** A number of the law, found by one of its names. */
export type LawParameter = Parameter<ParameterKey>;
