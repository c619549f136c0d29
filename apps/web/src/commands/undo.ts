import type { FormName } from './catalogue';
import type { Raw, Values } from './values';

type Input = Readonly<Record<string, unknown>>;

interface Counterpart {
  readonly name: FormName;
  readonly ids: readonly string[];
  /** Filled in from what was sent: the same amount goes back. */
  readonly carried?: readonly string[];
  readonly values?: Values;
}

/** The command that takes a mistake back, where there is one. Nothing is wiped: both facts stay in the story. */
const COUNTERPARTS: Partial<Readonly<Record<FormName, Counterpart>>> = {
  addMember: { name: 'leaveHousehold', ids: ['householdId', 'memberId'] },
  giveMemberAccess: { name: 'withdrawMemberAccess', ids: ['householdId', 'memberId'] },
  recordSharingGround: { name: 'withdrawSharingGround', ids: ['householdId', 'groundId'] },
  restrictHousehold: { name: 'liftRestriction', ids: ['householdId'] },
  registerDebt: { name: 'removeDebt', ids: ['trajectoryId', 'debtId'] },
  setGoal: { name: 'dropGoal', ids: ['trajectoryId', 'goalId'] },
  pauseTandem: { name: 'resumeTandem', ids: ['trajectoryId'] },
  resumeTandem: { name: 'pauseTandem', ids: ['trajectoryId'] },
  suspendClock: { name: 'resumeClock', ids: ['trajectoryId', 'applicationId'] },
  tellStory: { name: 'correctStory', ids: ['trajectoryId', 'storyId'], carried: ['text'] },
  correctStory: { name: 'correctStory', ids: ['trajectoryId', 'storyId'], carried: ['text'] },
  reportThreat: { name: 'closeThreat', ids: ['trajectoryId', 'threatId'], values: { how: 'averted' } },
  openSafetyTask: { name: 'closeSafetyTask', ids: ['trajectoryId', 'taskId'] },
  draftBuyOut: { name: 'failBuyOut', ids: ['trajectoryId', 'buyOutId'] },
  startAftercare: { name: 'resumeSupport', ids: ['trajectoryId'] },
  requestSpending: { name: 'withdrawSpending', ids: ['budgetId', 'requestId'] },
  recordPayment: { name: 'recordRefund', ids: ['budgetId', 'requestId', 'paymentId'], carried: ['amount'] },
  contribute: { name: 'withdrawContribution', ids: ['budgetId', 'year', 'domain'], carried: ['amount'] },
  grantMandate: { name: 'revokeMandate', ids: ['budgetId', 'coachId'] },
};

const picked = (input: Input, names: readonly string[]): Input => Object.fromEntries(names.map((name) => [name, input[name]]));

/** The form that takes back what was just sent, filled in; `typed` is what stood in the fields. Undefined where nothing does. */
export const undoOf = (name: FormName, input: Input, typed: Values = {}): { readonly name: FormName; readonly given: Input; readonly values: Values } | undefined => {
  const counterpart = COUNTERPARTS[name];
  if (!counterpart) return undefined;
  const { ids, carried = [], values = {} } = counterpart;
  return { name: counterpart.name, given: picked(input, ids), values: { ...(picked(typed, carried) as Readonly<Record<string, Raw>>), ...values } };
};

export const undoable = Object.keys(COUNTERPARTS) as FormName[];
