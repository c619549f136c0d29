import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loading, Problem } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { useMyPlan } from '../my-plan/use-my-plan';
import { VersionsSheet } from './versions-sheet';
import css from './versions.module.css';

/** The same for the household itself. */
export const OwnVersionsPage = () => {
  const { t } = useTranslation('plan-versions');
  const { home, page, plan, nameOf } = useMyPlan();
  useTitle(t('title'));
  return (
    <div className="stack">
      <Link to="/mijn-plan" className={css.back} data-screen-only><ArrowLeft size={18} aria-hidden /> {t('backOwn')}</Link>
      <h1>{t('title')}</h1>
      {plan?.plan ? <VersionsSheet plan={plan.plan} nameOf={nameOf} /> : home.asking || page.asking ? <Loading rows={5} /> : <Problem sentence={page.sentence ?? home.sentence} onAgain={page.askAgain} />}
    </div>
  );
};
