import { commandsAfterClosing } from '@perspectief/graphql-contract/commands-of-roles';
import type { FormName } from '../../commands/catalogue';
import type { Trajectory } from './opened';

const ofHousehold: ReadonlySet<FormName> = new Set<FormName>([
  'addMember', 'changeMember', 'leaveHousehold', 'recordSharingGround', 'withdrawSharingGround', 'moveHousehold', 'eraseHousehold', 'openTrajectory', 'giveMemberAccess', 'withdrawMemberAccess', 'breakGlass',
]);

/** Whether a command is about the household, not about one trajectory of it. */
export const isOfHousehold = (name: FormName): boolean => ofHousehold.has(name);

/** Whether this page can offer a command at all: a trajectory that is closed accepts hardly any, its household all. */
export const isForPage = (name: FormName, { status }: Pick<Trajectory, 'status'>): boolean => status !== 'closed' || isOfHousehold(name) || commandsAfterClosing.has(name);
