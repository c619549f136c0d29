import { budgetHolder } from './budget-holder.js';
import { debtCounsellor } from './debt-counsellor.js';
import { actions, type Action } from './demands.js';
import { experienceExpert } from './experience-expert.js';
import { householdMember } from './household-member.js';
import { neighbourhoodCoach } from './neighbourhood-coach.js';
import { administrator, evaluator, microdataEvaluator, privacyOfficer } from './offices.js';
import { ME, ME_AT_HOME, MY_GLASSES, type AccessRole, type Condition, type RolePolicy, type SubjectKind } from './words.js';

/** Who may do and see what. What no row says is denied. */
export const rolePolicies: readonly RolePolicy[] = [
  neighbourhoodCoach,
  debtCounsellor,
  experienceExpert,
  budgetHolder,
  householdMember,
  evaluator,
  microdataEvaluator,
  administrator,
  privacyOfficer,
];

/** A rule against: it holds over every row of every role. */
export interface Ban {
  readonly never: readonly Action[];
  readonly on: readonly SubjectKind[];
  readonly when: Condition;
}

const WITHOUT_READING: readonly Action[] = ['EraseHousehold', 'EraseLawData', 'RestrictHousehold', 'LiftRestriction', 'BreakGlass', 'ReviewBreakGlass', 'readerLog', 'readerLogExport'];

/**
 * Restricted households (staff, a safe address): only the named people find them, and who lives there. Who restricts and
 * who oversees does so without reading; emergency access opens them too, with a reason and announced.
 */
export const bans: readonly Ban[] = [
  {
    never: actions.filter((action) => !WITHOUT_READING.includes(action)),
    on: ['file', 'request'],
    when: { restricted: true, named: { $ne: ME }, members: { $ne: ME_AT_HOME }, householdId: { $nin: MY_GLASSES } },
  },
];

export interface Policies {
  readonly roles: readonly RolePolicy[];
  readonly bans: readonly Ban[];
}

export const policies: Policies = { roles: rolePolicies, bans };

export const policyOf = (role: string, { roles }: Policies = policies): RolePolicy | undefined => roles.find((policy) => policy.role === (role as AccessRole));
