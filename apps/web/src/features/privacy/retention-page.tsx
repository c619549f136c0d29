import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RetentionDueDocument, type RetentionDueQuery } from '@perspectief/graphql-contract/privacy';
import { Badge, Button, DataTable, Empty, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { NoAnswer } from '../../data/no-answer';
import { usePage } from '../../data/use-page';
import { useTerm } from '../../terms/use-term';
import { FileLink } from './file-link';
import css from './privacy.module.css';

type Due = Extract<RetentionDueQuery['retentionDue'], { readonly __typename: 'RetentionDueConnection' }>['edges'][number]['node'];

const PAGE = 50;
const MOST = 200;

/** How long, which number of the law says so, and whether a jurist has yet to look at it. */
const Rules = ({ rules }: Pick<Due, 'rules'>) => {
  const { t } = useTranslation('privacy');
  const term = useTerm();
  return (
    <ul className={css.rules}>
      {rules.map(({ id, years, confidence }) => (
        <li key={id}>
          <span>{t('due.years', { count: years })} <span className="soft">({id})</span></span>
          {confidence !== 'sure' && <Badge tone={confidence === 'verify' ? 'wait' : 'plain'}>{term('confidence', confidence)}</Badge>}
        </li>
      ))}
    </ul>
  );
};

/** Whose retention has ended, longest ago first. Nothing is erased from here: that is in the file, on purpose. */
export const RetentionPage = () => {
  const { t } = useTranslation('privacy');
  const { t: ui } = useTranslation('ui');
  const { day, number } = useFormat();
  const term = useTerm();
  const [first, setFirst] = useState(PAGE);
  const page = usePage(RetentionDueDocument, 'retentionDue', { first, cursor: null }, { topic: 'retention', subject: 'all' });
  const due = page.found?.edges.map(({ node }) => node) ?? [];
  const total = page.found?.totalCount ?? 0;
  const more = page.found?.pageInfo.hasNextPage ?? false;
  useTitle(t('due.title'));
  return (
    <div className={`stack ${css.wide}`}>
      <div>
        <h1>{t('due.title')}</h1>
        <p className="soft">{t('due.intro')}</p>
        {total > 0 && <p>{t('due.count', { count: total, shown: number(total) })}</p>}
      </div>
      {page.found ? (due.length === 0 ? <Empty title={t('due.none')} /> : (
        <div className={css.sheet}>
          <DataTable
            caption={t('due.title')}
            rows={due}
            rowKey={({ householdId, what }) => `${householdId} ${what}`}
            columns={[
              { key: 'file', label: t('looks.files'), of: ({ householdId }) => <FileLink householdId={householdId} /> },
              { key: 'what', label: t('due.what'), of: ({ what }) => (what === 'household' ? t('due.household') : term('law', what)) },
              { key: 'closed', label: t('due.closed'), of: ({ lastClosedOn }) => day(lastClosedOn) },
              { key: 'due', label: t('due.since'), of: ({ dueOn }) => day(dueOn) },
              { key: 'rules', label: t('due.rule'), of: ({ rules }) => <Rules rules={rules} /> },
            ]}
          />
        </div>
      )) : <NoAnswer page={page} rows={4} />}
      {more && first < MOST && <div><Button onClick={() => setFirst(Math.min(MOST, first + PAGE))}>{ui('more')}</Button></div>}
      {more && first >= MOST && <p className="soft">{t('due.oldest', { count: MOST })}</p>}
    </div>
  );
};
