import { useTranslation } from 'react-i18next';
import { Card, Empty } from '@perspectief/ui';
import type { NameOf } from '../../data/people';
import { GoalWithSteps } from '../goals/goal-with-steps';
import type { Shared } from './use-families';

/** What the family wants, and who does what for it. */
export const Goals = ({ shared, nameOf }: { readonly shared: Shared; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('expert');
  const goals = (shared.plan?.goals ?? []).filter(({ phase }) => phase !== 'dropped');
  return (
    <Card title={t('goals')}>
      {goals.length === 0 ? <Empty title={t('noGoals')} /> : (
        <div className="stack">{goals.map((goal) => <GoalWithSteps key={goal.goalId} goal={goal} today={shared.day} nameOf={nameOf} />)}</div>
      )}
    </Card>
  );
};
