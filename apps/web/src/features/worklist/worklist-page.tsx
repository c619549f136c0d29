import { useTranslation } from 'react-i18next';
import { Button, Empty, todayHere, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { NoAnswer } from '../../data/no-answer';
import { groupOf } from './groups';
import { TABS } from './question';
import { subjects, type Subject } from './subjects';
import { useChoice, useWorklist } from './use-worklist';
import { WorkList } from './work-list';
import css from './work-list.module.css';

/** What needs me today: mine, my team's, nobody's, everybody's. */
export const WorklistPage = () => {
  const { t } = useTranslation('worklist');
  const { weekday } = useFormat();
  const [choice, choose] = useChoice();
  const { page, items, totals, total, left, more } = useWorklist(choice);
  useTitle(t('title'));
  const today = todayHere();
  const day = weekday(today);
  const due = items.filter(({ dueOn }) => ['late', 'today'].includes(groupOf(dueOn, today))).length;
  const toggle = (subject: Subject) =>
    choose({ subjects: choice.subjects.includes(subject) ? choice.subjects.filter((one) => one !== subject) : [...choice.subjects, subject] });

  return (
    <div className={`stack ${css.page}`}>
      <div>
        <h1>{t('title')}</h1>
        <p className="soft">
          {day[0]?.toUpperCase()}{day.slice(1)}. {page.found && !(left > 0 && due === items.length) && t(`due.${choice.tab}`, { count: due })}
        </p>
      </div>
      <div className={css.tabs} role="group" aria-label={t('tabs.label')}>
        {TABS.map((tab) => (
          <button key={tab} type="button" className={css.tab} aria-pressed={choice.tab === tab} onClick={() => choose({ tab })}>
            {t(`tabs.${tab}`)} {totals && <span>{totals[tab]}</span>}
          </button>
        ))}
      </div>
      <div className="row" role="group" aria-label={t('subjects.label')}>
        {subjects.map((subject) => (
          <button key={subject} type="button" className={css.chip} aria-pressed={choice.subjects.includes(subject)} onClick={() => toggle(subject)}>
            {t(`subjects.${subject}`)}
          </button>
        ))}
      </div>
      {page.found ? (
        items.length > 0 ? <WorkList items={items} /> : <Empty title={t('empty')}>{t('emptyWhat')}</Empty>
      ) : <NoAnswer page={page} rows={6} />}
      {left > 0 && <p className="row" role="status"><span className="soft">{t('shown', { shown: items.length, count: total })}</span> <Button onClick={more}>{t('more')}</Button></p>}
    </div>
  );
};
