import { ArrowLeft, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button, Loading, Problem, todayHere, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { stepsAhead, talksAhead, useMyPlan } from './use-my-plan';
import css from './fridge.module.css';

const MOST_STEPS = 8;

/** The plan for the fridge door: one page, large letters, nothing that a visitor may not read. */
export const FridgePage = () => {
  const { t } = useTranslation('my-plan');
  const { weekday, day } = useFormat();
  const { home, page, plan, nameOf, pause } = useMyPlan();
  useTitle(t('sheet.title'));
  if (!plan) return page.asking && !pause ? <Loading rows={5} /> : home.asking ? <Loading rows={5} /> : <><h1>{t('sheet.title')}</h1><Problem sentence={page.sentence ?? t('noSupport')} onAgain={page.askAgain} /></>;
  const goals = (plan.plan?.goals ?? []).filter(({ phase }) => phase === 'open');
  const steps = stepsAhead(plan).slice(0, MOST_STEPS);
  const talks = talksAhead(plan);
  return (
    <div className="stack">
      <div className="spread" data-screen-only>
        <Link to="/mijn-plan" className={css.back}><ArrowLeft size={18} aria-hidden /> {t('sheet.back')}</Link>
        <Button look="main" icon={<Printer size={20} aria-hidden />} onClick={() => window.print()}>{t('sheet.print')}</Button>
      </div>
      <article className={css.sheet}>
        <h1>{t('title')}</h1>
        {goals.length > 0 && (
          <section className={css.goals} aria-label={t('goals.title')}>
            {goals.map(({ goalId, wish }) => <p key={goalId}>{wish}</p>)}
          </section>
        )}
        <section>
          <h2>{t('sheet.steps')}</h2>
          {steps.length === 0 ? <p>{t('sheet.noSteps')}</p> : (
            <ul className={css.steps}>
              {steps.map(({ actionId, what, who, dueOn }) => (
                <li key={actionId}>
                  <span className={css.box} aria-hidden />
                  <span><strong>{what}</strong><span className={css.who}>{nameOf(who)}, {t('sheet.by', { day: weekday(dueOn) })}</span></span>
                </li>
              ))}
            </ul>
          )}
        </section>
        {talks.length > 0 && (
          <section>
            <h2>{t('sheet.talks')}</h2>
            <ul className={css.talks}>{talks.map(({ number, plannedOn }) => <li key={number}>{weekday(plannedOn)}</li>)}</ul>
          </section>
        )}
        {plan.coachId && <p className={css.call}>{t('sheet.call', { who: nameOf(plan.coachId) })}</p>}
        <p className={css.made}>{t('sheet.made', { day: day(todayHere()) })}</p>
      </article>
    </div>
  );
};
