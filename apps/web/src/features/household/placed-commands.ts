import { useTranslation } from 'react-i18next';
import type { MenuGroup } from '@perspectief/ui';
import type { FormName } from '../../commands/catalogue';
import { itemsOf } from '../../commands/deeds';
import type { PageContext, Trajectory } from './page-context';

interface Placed {
  readonly group: string;
  readonly commands: readonly FormName[];
}

const when = (yes: boolean, ...commands: FormName[]): FormName[] => (yes ? commands : []);

/** Commands about the household as a whole, where they make sense; those about one thing stand beside that thing. */
export const placedCommands = ({ status, tandem, debts, inventory, arrangement, buyOuts, plan, conversations, coachId }: Trajectory): readonly Placed[] => {
  const intake = status === 'intake';
  const aftercare = status === 'aftercare';
  const running = buyOuts.some(({ outcome }) => outcome.phase === 'running');
  return [
    { group: 'contact', commands: ['logContact', ...when(conversations.length === 0, 'holdFirstConversation'), 'tellStory', ...when(tandem.phase === 'running', 'logTandemContact')] },
    { group: 'plan', commands: ['setGoal', 'planAction', ...when(plan.agreement === 'draft', 'agreePlan'), 'assessLifeAreas', 'identifyNeed', ...when(intake, 'completeIntake')] },
    { group: 'terms', commands: ['receiveApplication', ...when(conversations.length > 0, 'holdFirstConversation')] },
    { group: 'crisis', commands: ['reportThreat', 'requestFreeze', 'openSafetyTask'] },
    {
      group: 'debts',
      commands: [
        'registerDebt', ...when(debts.length > 0 && inventory.phase === 'open', 'confirmDebtInventory'), ...when(debts.length > 0, 'requestBalances'),
        ...when(arrangement.phase === 'none', 'startArrangement'), 'recordProtectedAmount', ...when(debts.length > 0 && !running, 'draftBuyOut'),
      ],
    },
    { group: 'money', commands: ['requestSpending'] },
    {
      group: 'people',
      commands: [
        ...when(!coachId, 'assignCoach'), ...when(Boolean(coachId), 'replaceCoach'), ...when(['none', 'ended'].includes(tandem.phase), 'proposeTandem'),
        'addMember', 'recordSharingGround', 'moveHousehold',
      ],
    },
    { group: 'after', commands: [...when(status === 'active', 'startAftercare'), ...when(aftercare, 'reportSetback', 'resumeSupport', 'completeAftercare'), 'reportBottleneck', 'stopTrajectory'] },
  ];
};

/** The same as a menu. */
export const usePlacedCommands = ({ trajectory, offer }: PageContext): readonly MenuGroup[] => {
  const { t } = useTranslation('household');
  return placedCommands(trajectory)
    .map(({ group, commands }) => ({ label: t(`groups.${group}`), items: itemsOf(commands.map((name) => offer(name))) }))
    .filter(({ items }) => items.length > 0);
};
