import { CircleCheck, CircleDashed, CircleAlert, PartyPopper } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card, Empty, useFormat } from '@perspectief/ui';
import type { NameOf } from '../../data/people';
import type { Goal, Plan, Step } from './use-my-plan';
import css from './my-plan.module.css';

const StepRow = ({ step, today, nameOf }: { readonly step: Step; readonly today: string; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('my-plan');
  const { day } = useFormat();
  const done = step.phase === 'completed';
  const late = !done && step.dueOn < today;
  const [Icon, tone] = done ? [CircleCheck, css.done] : late ? [CircleAlert, css.late] : [CircleDashed, css.planned];
  return (
    <li className={css.step}>
      <Icon className={tone} aria-hidden />
      <div>
        <p>{step.what}</p>
        <p className="soft small">
          {done && step.completedOn ? t('goals.done', { who: nameOf(step.who), day: day(step.completedOn) }) : t(late ? 'goals.late' : 'goals.by', { who: nameOf(step.who), day: day(step.dueOn) })}
        </p>
        {step.rewards.map((reward) => <p key={reward} className={css.reward}><PartyPopper size={18} aria-hidden /> {reward}</p>)}
      </div>
    </li>
  );
};

const GoalPart = ({ goal, today, nameOf }: { readonly goal: Goal; readonly today: string; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('my-plan');
  const { day } = useFormat();
  const steps = [...goal.actions].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  return (
    <article className={css.goal}>
      <h3>{goal.wish}</h3>
      <p className="soft small">{goal.phase === 'reached' && goal.closedOn ? t('goals.reached', { day: day(goal.closedOn) }) : t('goals.target', { day: day(goal.targetDate) })}</p>
      {steps.length > 0 && <ul>{steps.map((step) => <StepRow key={step.actionId} step={step} today={today} nameOf={nameOf} />)}</ul>}
    </article>
  );
};

/** What we want, in our own words, and who does what for it. */
export const Goals = ({ plan, nameOf }: { readonly plan: Plan; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('my-plan');
  const goals = (plan.plan?.goals ?? []).filter(({ phase }) => phase !== 'dropped');
  return (
    <Card title={t('goals.title')}>
      {goals.length === 0 ? <Empty title={t('goals.none')}>{t('goals.noneWhat')}</Empty> : (
        <div className="stack">{goals.map((goal) => <GoalPart key={goal.goalId} goal={goal} today={plan.day} nameOf={nameOf} />)}</div>
      )}
      {(plan.plan?.versions.length ?? 0) > 0 && <p className="small"><Link to="/mijn-plan/versies">{t('goals.versions')}</Link></p>}
    </Card>
  );
};
