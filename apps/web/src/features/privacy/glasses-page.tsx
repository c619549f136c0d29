import { useTranslation } from 'react-i18next';
import { Badge, DataTable, Empty, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { NoAnswer } from '../../data/no-answer';
import { FileLink } from './file-link';
import { GlassState } from './glass-state';
import { Review } from './review';
import { useGlasses } from './use-glasses';
import css from './privacy.module.css';

/** Every emergency access, newest first. */
export const GlassesPage = () => {
  const { t } = useTranslation('privacy');
  const { moment } = useFormat();
  const { page, glasses, nameOf, toReview } = useGlasses('all');
  useTitle(t('glasses.title'));
  return (
    <div className={`stack ${css.wide}`}>
      <div>
        <h1>{t('glasses.title')}</h1>
        <p className="soft">{t('glasses.intro')}</p>
        {toReview > 0 && <p><Badge tone="wait">{t('glasses.toReview', { count: toReview })}</Badge></p>}
      </div>
      {page.found ? (glasses.length === 0 ? <Empty title={t('glasses.none')} /> : (
        <div className={css.sheet}>
          <DataTable
            caption={t('glasses.title')}
            rows={glasses}
            rowKey={({ glassId }) => glassId}
            columns={[
              { key: 'at', label: t('glasses.at'), of: ({ brokenAt }) => <span className={css.at}>{moment(brokenAt)}</span> },
              { key: 'who', label: t('looks.who'), of: ({ personId, role }) => <span className={css.who}>{nameOf(personId)}<small>{t(`roles.${role}`, { ns: 'i18n' })}</small></span> },
              { key: 'why', label: t('glasses.reason'), of: ({ reason }) => reason },
              { key: 'state', label: t('glasses.state'), of: (glass) => <GlassState glass={glass} /> },
              { key: 'review', label: t('glasses.review'), of: (glass) => <Review glass={glass} nameOf={nameOf} /> },
              { key: 'file', label: t('looks.files'), of: ({ householdId }) => <span className={css.files}><FileLink householdId={householdId} /></span> },
            ]}
          />
        </div>
      )) : <NoAnswer page={page} rows={4} />}
    </div>
  );
};
