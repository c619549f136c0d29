import { Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GlassesChangedDocument, GlassesDocument } from '@perspectief/graphql-contract/privacy';
import { Badge, DataTable, Empty, Loading, Problem, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { usePeople } from '../../data/people';
import { useLive, usePage } from '../../data/use-page';
import { codeOf } from './code';
import { Review } from './review';
import css from './privacy.module.css';

const PAGE = 200;

/** Every emergency access, newest first. */
export const GlassesPage = () => {
  const { t } = useTranslation('privacy');
  const { moment } = useFormat();
  useLive(GlassesChangedDocument, {}, { topic: 'glasses', positionOf: ({ breakGlassesChanged }) => breakGlassesChanged.position });
  const page = usePage(GlassesDocument, 'breakGlasses', { first: PAGE, cursor: null, toReview: false }, { topic: 'glasses', subject: 'all' });
  const glasses = page.found?.edges.map(({ node }) => node) ?? [];
  const nameOf = usePeople(glasses.flatMap(({ personId, reviewedBy }) => (reviewedBy === null ? [personId] : [personId, reviewedBy])));
  const waiting = page.found?.toReview ?? 0;
  useTitle(t('glasses.title'));
  return (
    <div className={`stack ${css.wide}`}>
      <div>
        <h1>{t('glasses.title')}</h1>
        <p className="soft">{t('glasses.intro')}</p>
        {waiting > 0 && <p><Badge tone="wait">{t('glasses.toReview', { count: waiting })}</Badge></p>}
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
              { key: 'state', label: t('glasses.state'), of: ({ endsAt }) => (new Date(endsAt) > new Date() ? <Badge tone="wait" icon={<Siren size={15} aria-hidden />}>{t('glasses.runs', { at: moment(endsAt) })}</Badge> : <Badge>{t('glasses.over')}</Badge>) },
              { key: 'review', label: t('glasses.review'), of: (glass) => <Review glass={glass} nameOf={nameOf} /> },
              { key: 'file', label: t('looks.files'), of: ({ householdId }) => <span className={css.files}><Link to={`/dossier/${householdId}`}>{codeOf(householdId)}</Link></span> },
            ]}
          />
        </div>
      )) : page.asking ? <Loading rows={4} /> : <Problem sentence={page.sentence} onAgain={page.askAgain} />}
    </div>
  );
};
