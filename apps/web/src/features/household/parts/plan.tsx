import { CircleCheck, CircleDashed, CircleAlert, EllipsisVertical, PartyPopper, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge, buttonClass, Card, ClosedPart, Empty, useFormat } from '@perspectief/ui';
import { DeedButton, DeedMenu } from '../../../commands/deeds';
import { useTerm } from '../../../terms/use-term';
import { isClosed } from '../opened';
import { useHouseholdPage, type Trajectory } from '../page-context';
import css from './part.module.css';

type Goal = Trajectory['plan']['goals'][number];
type Step = Goal['actions'][number];

const StepRow = ({ step }: { readonly step: Step }) => {
  const { t } = useTranslation('household');
  const { day, relative } = useFormat();
  const { trajectory, nameOf, offer } = useHouseholdPage();
  const done = step.phase === 'completed';
  const late = !done && step.dueOn < trajectory.day;
  const [Icon, tone] = done ? [CircleCheck, css.stepDone] : late ? [CircleAlert, css.stepLate] : [CircleDashed, css.stepPlanned];
  const move = (name: 'completeAction' | 'rewardStep') => offer(name, { actionId: step.actionId }, { about: step.what });
  return (
    <li className={css.step}>
      <Icon className={tone} aria-hidden />
      <div className={css.item}>
        <div>
          {step.what}
          <div className={`${css.meta} dots`}>
            <span>{nameOf(step.who)}</span>
            <span>{done && step.completedOn ? t('plan.doneOn', { day: day(step.completedOn) }) : late ? relative(step.dueOn, trajectory.day) : t('promises.by', { day: day(step.dueOn) })}</span>
          </div>
          {step.rewards.map((reward) => <div key={reward} className={css.meta}><PartyPopper size={16} aria-hidden /> {reward}</div>)}
        </div>
        <DeedMenu look="icon" label="" describe={t('plan.moveStep', { what: step.what })} icon={<EllipsisVertical size={20} aria-hidden />} deeds={[!done && move('completeAction'), move('rewardStep')]} />
      </div>
    </li>
  );
};

const GoalCard = ({ goal }: { readonly goal: Goal }) => {
  const { t } = useTranslation('household');
  const { day } = useFormat();
  const term = useTerm();
  const { offer } = useHouseholdPage();
  const open = goal.phase === 'open';
  const ids = { goalId: goal.goalId };
  const move = (name: 'reachGoal' | 'dropGoal') => offer(name, ids, { about: goal.wish });
  return (
    <article className={`${css.goal} ${goal.phase === 'reached' ? css.goalDone : ''} ${goal.phase === 'dropped' ? css.goalDropped : ''}`}>
      <div className={css.item}>
        <span className={css.meta}>{term('lifeArea', goal.lifeArea)}</span>
        {!open && <Badge tone={goal.phase === 'reached' ? 'done' : 'planned'}>{term('goal', goal.phase)}</Badge>}
      </div>
      <h3 className={css.wish}>{goal.wish}</h3>
      <p className={css.meta}>{goal.closedOn ? t('plan.closedOn', { day: day(goal.closedOn) }) : t('plan.target', { day: day(goal.targetDate) })}</p>
      {goal.actions.length > 0 && <ul>{goal.actions.map((step) => <StepRow key={step.actionId} step={step} />)}</ul>}
      {open && (
        <div className={css.actions}>
          <DeedButton small icon={<Plus size={18} aria-hidden />} deed={offer('planAction', {}, { values: ids })} />
          <DeedMenu small look="quiet" label={t('plan.move')} describe={t('plan.moveGoal', { what: goal.wish })} deeds={[move('reachGoal'), move('dropGoal')]} side="start" />
        </div>
      )}
    </article>
  );
};

/** Goals in the household's own words, each with its steps; moved by menu or key, never by dragging alone. */
export const Plan = () => {
  const { t } = useTranslation('household');
  const { day } = useFormat();
  const term = useTerm();
  const { trajectory, offer } = useHouseholdPage();
  const { plan, needs } = trajectory;
  const [latest] = plan.versions.toReversed();
  const order = ['open', 'reached', 'dropped'];
  const goals = [...plan.goals].sort((one, other) => order.indexOf(one.phase) - order.indexOf(other.phase));
  if (isClosed(trajectory, 'plan')) return <ClosedPart />;
  return (
    <>
      <Card
        title={t('plan.title')}
        intro={latest ? t(plan.agreement === 'agreed' ? 'plan.agreed' : 'plan.changed', { version: latest.version, day: day(latest.agreedOn) }) : t('plan.never')}
        actions={
          <>
            <DeedButton look="main" deed={plan.agreement === 'draft' && offer('agreePlan')} />
            <DeedButton icon={<Plus size={18} aria-hidden />} deed={offer('setGoal')} />
            {latest && <Link className={buttonClass({ look: 'quiet' })} to={`/huishouden/${trajectory.id}/versies`}>{t('plan.versions')}</Link>}
          </>
        }
      >
        {goals.length === 0 ? <Empty title={t('plan.none')} /> : <div className={css.board}>{goals.map((goal) => <GoalCard key={goal.goalId} goal={goal} />)}</div>}
      </Card>
      <Card title={t('plan.needs')} actions={<DeedButton small deed={offer('identifyNeed')} />}>
        {needs.length === 0 ? <p className="soft">{t('plan.noNeeds')}</p> : (
          <ul className={css.list}>
            {needs.map(({ needId, domain, description, on }) => <li key={needId}>{description}<div className={`${css.meta} dots`}><span>{term('law', domain)}</span><span>{day(on)}</span></div></li>)}
          </ul>
        )}
      </Card>
    </>
  );
};
