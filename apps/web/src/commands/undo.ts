import type { FormName } from './catalogue';
import type { Values } from './values';

type Input = Readonly<Record<string, unknown>>;

/** The command that takes a mistake back, where there is one. Nothing is wiped: both facts stay in the story. */
const COUNTERPARTS: Partial<Readonly<Record<FormName, { readonly name: FormName; readonly ids: readonly string[]; readonly values?: Values }>>> = {
  addMember: { name: 'leaveHousehold', ids: ['householdId', 'memberId'] },
  recordSharingGround: { name: 'withdrawSharingGround', ids: ['householdId', 'groundId'] },
  registerDebt: { name: 'removeDebt', ids: ['trajectoryId', 'debtId'] },
  setGoal: { name: 'dropGoal', ids: ['trajectoryId', 'goalId'] },
  pauseTandem: { name: 'resumeTandem', ids: ['trajectoryId'] },
  resumeTandem: { name: 'pauseTandem', ids: ['trajectoryId'] },
  suspendClock: { name: 'resumeClock', ids: ['trajectoryId', 'applicationId'] },
  tellStory: { name: 'correctStory', ids: ['trajectoryId', 'storyId'] },
  reportThreat: { name: 'closeThreat', ids: ['trajectoryId', 'threatId'], values: { how: 'averted' } },
  startAftercare: { name: 'resumeSupport', ids: ['trajectoryId'] },
};

export const undoOf = (name: FormName, input: Input): { readonly name: FormName; readonly given: Input; readonly values?: Values } | undefined => {
  const counterpart = COUNTERPARTS[name];
  if (!counterpart) return undefined;
  const { ids, ...rest } = counterpart;
  return { ...rest, given: Object.fromEntries(ids.map((id) => [id, input[id]])) };
};
