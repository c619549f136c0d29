import { useEffect, useRef } from 'react';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation, useParams } from 'react-router';
import { Loading, Problem } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { WorkPane } from '../worklist/work-pane';
import { AsOfBar } from './as-of-bar';
import { useAsOf } from './as-of';
import { HeaderStrip } from './header-strip';
import { useHousehold, usePageContext } from './use-household';
import css from './household.module.css';

const PARTS = ['', 'plan', 'schulden', 'geld', 'leefgebieden', 'termijnen', 'mensen', 'nazorg'] as const;

const Parts = () => {
  const { t } = useTranslation('household');
  const { trajectoryId } = useParams();
  const { search, pathname } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  // On a phone they do not all fit: the one that is open is in sight.
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (list.current && here) list.current.parentElement?.scrollTo({ left: here.offsetLeft - 48 });
  }, [pathname]);
  return (
    <nav className={css.parts} aria-label={t('parts.label')} data-screen-only>
      <ul ref={list}>
        {PARTS.map((part) => (
          <li key={part}>
            <NavLink to={{ pathname: `/huishouden/${trajectoryId}${part && `/${part}`}`, search }} end className={({ isActive }) => `${css.part} ${isActive ? css.partHere : ''}`}>
              {t(`parts.${part || 'overzicht'}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** One household, one page. */
export const HouseholdPage = () => {
  const { t } = useTranslation('household');
  const { trajectoryId = '' } = useParams();
  const day = useAsOf();
  const all = useHousehold(trajectoryId, day);
  const context = usePageContext(all, day);
  const { page } = all;
  useTitle(t('title'));
  return (
    <div className={css.panes}>
      <WorkPane chosen={trajectoryId} />
      <article className={css.page}>
        <Link to="/werk" className={css.back} data-screen-only><ArrowLeft size={18} aria-hidden /> {t('back')}</Link>
        {!context ? (
          page.asking ? <Loading rows={5} /> : (
            <>
              <h1>{t('title')}</h1>
              <AsOfBar />
              <Problem sentence={page.sentence} onAgain={page.askAgain} />
            </>
          )
        ) : (
          <>
            <HeaderStrip context={context} />
            {page.behind && <p role="status" className={css.behind}>{t('behind')}</p>}
            <Parts />
            <div className="stack"><Outlet context={context} /></div>
          </>
        )}
      </article>
    </div>
  );
};
