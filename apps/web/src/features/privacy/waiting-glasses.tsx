import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card, Problem, useFormat } from '@perspectief/ui';
import { FileLink } from './file-link';
import { GlassState } from './glass-state';
import { Review } from './review';
import { useGlasses } from './use-glasses';
import css from './privacy.module.css';

/** What needs the officer today, above all else: emergency access that nobody looked at yet. Nothing where nothing waits. */
export const WaitingGlasses = () => {
  const { t } = useTranslation('privacy');
  const { moment } = useFormat();
  const { page, glasses, nameOf, toReview } = useGlasses('to-review');
  if (!page.found) return page.asking ? null : <Problem sentence={page.sentence} onAgain={page.askAgain} />;
  if (glasses.length === 0) return null;
  return (
    <Card title={t('waiting.title', { count: toReview })} intro={t('waiting.intro')}>
      <ul className={css.list}>
        {glasses.map((glass) => (
          <li key={glass.glassId} className="spread">
            <span className="stack-tight">
              <span><strong>{nameOf(glass.personId)}</strong> <span className="soft">{t(`roles.${glass.role}`, { ns: 'i18n' })}, {moment(glass.brokenAt)}</span> <GlassState glass={glass} /></span>
              <span>{glass.reason}</span>
            </span>
            <span className={css.files}><FileLink householdId={glass.householdId} /> <Review glass={glass} nameOf={nameOf} /></span>
          </li>
        ))}
      </ul>
      <p><Link to="/noodtoegang">{t('waiting.all')}</Link></p>
    </Card>
  );
};
