import { useState } from 'react';
import { Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { WhoLookedDocument } from '@perspectief/graphql-contract/my-plan';
import { Badge, Button, Empty, Loading, Problem, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { usePage } from '../../data/use-page';
import { useMyPlan } from './use-my-plan';
import css from './my-plan.module.css';

const PAGE = 30;

/** Who looked in our file, when and what for. */
export const WhoLookedPage = () => {
  const { t } = useTranslation('my-plan');
  const { t: ui } = useTranslation('ui');
  const { says, weekday } = useFormat();
  const [first, setFirst] = useState(PAGE);
  const { household } = useMyPlan();
  const householdId = household?.id ?? '';
  const page = usePage(WhoLookedDocument, 'readerLog', { householdId, first, cursor: null }, { topic: 'reader-log', subject: householdId, pause: householdId === '' });
  const visits = page.found?.edges ?? [];
  const days = [...new Set(visits.map(({ node }) => node.day))];
  useTitle(t('looked.title'));
  return (
    <div className={`stack ${css.page}`}>
      <div>
        <h1>{t('looked.title')}</h1>
        <p className="soft">{t('looked.intro')}</p>
      </div>
      {!page.found ? (page.asking || householdId === '' ? <Loading rows={5} /> : <Problem sentence={page.sentence} onAgain={page.askAgain} />)
        : visits.length === 0 ? <Empty title={t('looked.none')} /> : days.map((day) => (
          <section key={day} className="stack-tight" aria-label={weekday(day)}>
            <h2 className={css.day}>{weekday(day)}</h2>
            <ul className={css.visits}>
              {visits.filter(({ node }) => node.day === day).map(({ cursor, node: visit }) => (
                <li key={cursor} className={css.visit}>
                  <p><strong>{visit.who}</strong> <span className="soft">{says(visit.roleInWords)}</span> {visit.breakGlass && <Badge tone="late" icon={<Siren size={15} aria-hidden />}>{t('looked.glass')}</Badge>}</p>
                  <p>{says(visit.sentence)}</p>
                  {visit.deeds.length > 1 && (
                    <details>
                      <summary>{t('looked.more', { count: visit.deeds.length })}</summary>
                      <ul className={css.deeds}>{visit.deeds.map((deed, index) => <li key={index}>{says(deed.sentence)} <span className="soft">{says(deed.purpose)}{deed.times > 1 && `, ${t('looked.times', { count: deed.times })}`}</span></li>)}</ul>
                    </details>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      {page.found?.pageInfo.hasNextPage && <div><Button onClick={() => setFirst(Math.min(200, first + PAGE))}>{ui('more')}</Button></div>}
    </div>
  );
};
