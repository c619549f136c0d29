import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card, useFormat } from '@perspectief/ui';
import type { NameOf } from '../../data/people';
import type { SharedGoal } from './use-families';
import css from './expert.module.css';

const StepRow = ({ step, today, nameOf }: { readonly step: SharedGoal['actions'][number]; readonly today: string; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('expert');
  const { day } = useFormat();
  const done = step.phase === 'completed';
  const late = !done && step.dueOn < today;
  const Icon = done ? CircleCheck : late ? CircleAlert : CircleDashed;
  return (
    <li className={css.step}>
      <Icon className={done ? css.done : late ? css.late : css.planned} aria-hidden />
      <div>{step.what}<div className="soft small">{t(done ? 'stepDone' : late ? 'stepLate' : 'stepBy', { who: nameOf(step.who), day: day(step.completedOn ?? step.dueOn) })}</div></div>
    </li>
  );
};

/** The family's goals in their own words, with the steps of everybody. */
export const SharedGoals = ({ goals, today, nameOf }: { readonly goals: readonly SharedGoal[]; readonly today: string; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('expert');
  const { day } = useFormat();
  return (
    <Card title={t('goals')}>
      <div className="stack">
        {goals.filter(({ phase }) => phase !== 'dropped').map((goal) => (
          <article key={goal.goalId} className={css.goal}>
            <h3>{goal.wish}</h3>
            <p className="soft small">{goal.phase === 'reached' && goal.closedOn ? t('reached', { day: day(goal.closedOn) }) : t('target', { day: day(goal.targetDate) })}</p>
            <ul>{goal.actions.map((step) => <StepRow key={step.actionId} step={step} today={today} nameOf={nameOf} />)}</ul>
          </article>
        ))}
      </div>
    </Card>
  );
};
