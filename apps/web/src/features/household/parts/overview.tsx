import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card, ClosedPart, Empty, useFormat } from '@perspectief/ui';
import { useTerm } from '../../../terms/use-term';
import { isClosed } from '../opened';
import { useHouseholdPage } from '../page-context';
import { Course } from './course';
import { Timeline } from './timeline';
import { ClockBadge } from './clock-badge';
import css from './part.module.css';
import page from '../household.module.css';

const Promises = () => {
  const { t } = useTranslation('household');
  const { trajectory, nameOf } = useHouseholdPage();
  const { day } = useFormat();
  const open = trajectory.plan.goals.flatMap(({ actions }) => actions).filter(({ phase }) => phase === 'planned').sort((one, other) => one.dueOn.localeCompare(other.dueOn)).slice(0, 5);
  return (
    <Card title={t('promises.title')} level={2}>
      {open.length === 0 ? <p className="soft">{t('promises.none')}</p> : (
        <ul className={css.list}>
          {open.map(({ actionId, what, who, dueOn }) => (
            <li key={actionId}>
              {what}
              <div className={`${css.meta} dots`}><span>{nameOf(who)}</span><span>{t('promises.by', { day: day(dueOn) })}</span></div>
            </li>
          ))}
        </ul>
      )}
      <p className="small"><Link to="plan">{t('promises.all')}</Link></p>
    </Card>
  );
};

const Terms = () => {
  const { t } = useTranslation('household');
  const { trajectory } = useHouseholdPage();
  const term = useTerm();
  const running = trajectory.clocks.filter(({ running: runs }) => runs).sort((one, other) => one.due.localeCompare(other.due)).slice(0, 4);
  if (running.length === 0) return null;
  return (
    <Card title={t('terms.running')}>
      <ul className={css.list}>
        {running.map((clock) => (
          <li key={`${clock.rule}${clock.application ?? clock.threat ?? clock.debt ?? clock.freeze ?? ''}`}>
            <div className={css.item}><span>{term('rule', clock.rule)}</span><ClockBadge clock={clock} day={trajectory.day} /></div>
          </li>
        ))}
      </ul>
      <p className="small"><Link to="termijnen">{t('terms.all')}</Link></p>
    </Card>
  );
};

const Stories = () => {
  const { t } = useTranslation('household');
  const { trajectory, nameOf, offer } = useHouseholdPage();
  const { day } = useFormat();
  return (
    <Card title={t('stories.title')}>
      {isClosed(trajectory, 'stories') && <ClosedPart />}
      {trajectory.stories.length === 0 && !isClosed(trajectory, 'stories') && <Empty title={t('stories.none')} />}
      <div className="stack">
        {trajectory.stories.map(({ storyId, text, toldBy, toldOn, correctedOn }) => {
          const correct = offer('correctStory', { storyId }, { values: { text } });
          return (
            <div key={storyId} className={css.story}>
              <p>{text}</p>
              <div className={`${css.meta} dots`}>
                <span>{t('stories.told', { who: nameOf(toldBy), day: day(toldOn) })}</span>
                {correctedOn.length > 0 && <span>{t('stories.corrected', { day: day(correctedOn.at(-1) ?? toldOn) })}</span>}
                {correct && <button type="button" className="link" onClick={correct.open}>{t('stories.correct')}</button>}
              </div>
            </div>
          );
        })}
      </div>
    </Card>
  );
};

/** The whole course, then what happened, and what was promised and runs beside it. */
export const Overview = () => (
  <>
    <Course />
    <div className={page.columns}>
      <Timeline />
      <div className="stack">
        <Promises />
        <Terms />
        <Stories />
      </div>
    </div>
  </>
);
