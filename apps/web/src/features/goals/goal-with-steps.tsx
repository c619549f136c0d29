import { CircleAlert, CircleCheck, CircleDashed, PartyPopper } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@perspectief/ui';
import type { NameOf } from '../../data/people';
import { usePerson } from '../../session/session-provider';
import css from './goals.module.css';

interface Step {
  readonly actionId: string;
  readonly what: string;
  readonly who: string;
  readonly phase: string;
  readonly dueOn: string;
  readonly completedOn: string | null;
  /** What the family gets for it, in words; not for everybody. */
  readonly rewards?: readonly string[];
}

interface Goal {
  readonly wish: string;
  readonly phase: string;
  readonly targetDate: string;
  readonly closedOn: string | null;
  readonly actions: readonly Step[];
}

const StepRow = ({ step, today, nameOf }: { readonly step: Step; readonly today: string; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('goals');
  const { day } = useFormat();
  const done = step.phase === 'completed';
  const late = !done && step.dueOn < today;
  const [Icon, tone] = done ? [CircleCheck, css.done] : late ? [CircleAlert, css.late] : [CircleDashed, css.planned];
  return (
    <li className={css.step}>
      <Icon className={tone} aria-hidden />
      <div>
        <p>{step.what}</p>
        <p className="soft small">{t(done ? 'done' : late ? 'late' : 'by', { who: nameOf(step.who), day: day(step.completedOn ?? step.dueOn) })}</p>
        {step.rewards?.map((reward) => <p key={reward} className={css.reward}><PartyPopper size={18} aria-hidden /> {reward}</p>)}
      </div>
    </li>
  );
};

/** A goal in the family's own words, and who does what for it by when; the soonest first. */
export const GoalWithSteps = ({ goal, today, nameOf }: { readonly goal: Goal; readonly today: string; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('goals');
  const { day } = useFormat();
  const { role } = usePerson();
  const steps = goal.actions.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  return (
    <article className={css.goal}>
      <h3>{goal.wish}</h3>
      <p className="soft small">{goal.phase === 'reached' && goal.closedOn ? t('reached', { day: day(goal.closedOn) }) : t('target', { day: day(goal.targetDate), context: role })}</p>
      {steps.length > 0 && <ul>{steps.map((step) => <StepRow key={step.actionId} step={step} today={today} nameOf={nameOf} />)}</ul>}
    </article>
  );
};
