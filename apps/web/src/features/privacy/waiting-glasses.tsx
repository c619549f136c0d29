import { Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GlassesChangedDocument, GlassesDocument } from '@perspectief/graphql-contract/privacy';
import { Badge, Card, Problem, useFormat } from '@perspectief/ui';
import { usePeople } from '../../data/people';
import { useLive, usePage } from '../../data/use-page';
import { codeOf } from './code';
import css from './privacy.module.css';
import { Review } from './review';

const SHOWN = 5;

/** What needs the officer today, above all else: emergency access that nobody looked at yet. Nothing where nothing waits. */
export const WaitingGlasses = () => {
  const { t } = useTranslation('privacy');
  const { moment } = useFormat();
  useLive(GlassesChangedDocument, {}, { topic: 'glasses', positionOf: ({ breakGlassesChanged }) => breakGlassesChanged.position });
  const page = usePage(GlassesDocument, 'breakGlasses', { first: SHOWN, cursor: null, toReview: true }, { topic: 'glasses', subject: 'waiting' });
  const glasses = page.found?.edges.map(({ node }) => node) ?? [];
  const nameOf = usePeople(glasses.map(({ personId }) => personId));
  if (!page.found) return page.asking ? null : <Problem sentence={page.sentence} onAgain={page.askAgain} />;
  if (glasses.length === 0) return null;
  return (
    <Card title={t('waiting.title', { count: page.found.toReview })} intro={t('waiting.intro')}>
      <ul className={css.list}>
        {glasses.map((glass) => (
          <li key={glass.glassId} className="spread">
            <span className="stack-tight">
              <span><strong>{nameOf(glass.personId)}</strong> <span className="soft">{t(`roles.${glass.role}`, { ns: 'i18n' })}, {moment(glass.brokenAt)}</span>{' '}
                {new Date(glass.endsAt) > new Date() && <Badge tone="wait" icon={<Siren size={15} aria-hidden />}>{t('glasses.runs', { at: moment(glass.endsAt) })}</Badge>}</span>
              <span>{glass.reason}</span>
            </span>
            <span className={css.files}><Link to={`/dossier/${glass.householdId}`}>{codeOf(glass.householdId)}</Link> <Review glass={glass} nameOf={nameOf} /></span>
          </li>
        ))}
      </ul>
      <p><Link to="/noodtoegang">{t('waiting.all')}</Link></p>
    </Card>
  );
};
