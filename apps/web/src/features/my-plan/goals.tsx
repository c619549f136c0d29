import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card, Empty } from '@perspectief/ui';
import type { NameOf } from '../../data/people';
import { GoalWithSteps } from '../goals/goal-with-steps';
import type { Plan } from './use-my-plan';

/** What we want, in our own words, and who does what for it. */
export const Goals = ({ plan, nameOf }: { readonly plan: Plan; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('my-plan');
  const goals = (plan.plan?.goals ?? []).filter(({ phase }) => phase !== 'dropped');
  return (
    <Card title={t('goals.title')}>
      {goals.length === 0 ? <Empty title={t('goals.none')}>{t('goals.noneWhat')}</Empty> : (
        <div className="stack">{goals.map((goal) => <GoalWithSteps key={goal.goalId} goal={goal} today={plan.day} nameOf={nameOf} />)}</div>
      )}
      {(plan.plan?.versions.length ?? 0) > 0 && <p className="small"><Link to="/mijn-plan/versies">{t('goals.versions')}</Link></p>}
    </Card>
  );
};
