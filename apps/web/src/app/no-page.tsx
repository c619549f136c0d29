import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { ClosedPart, Problem } from '@perspectief/ui';

export const NoPage = () => {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <h1>{t('noPage.title')}</h1>
      <p><Link to="/">{t('noPage.home')}</Link></p>
    </div>
  );
};

export const NotForYou = () => {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('noPage.closed')}</h1>
      <ClosedPart reason={t('noPage.closedWhy')} />
    </>
  );
};

const RELOADED = 'perspectief.reloaded';

/** A page that could not be loaded: mostly a newer version of the application, which one reload brings. */
export const RouteProblem = () => {
  const { t } = useTranslation();
  const error = useRouteError();
  const gone = error instanceof TypeError && /import|module/i.test(error.message);
  useEffect(() => {
    if (!gone || sessionStorage.getItem(RELOADED) === location.pathname) return;
    sessionStorage.setItem(RELOADED, location.pathname);
    location.reload();
  }, [gone]);
  if (isRouteErrorResponse(error) && error.status === 404) return <NoPage />;
  return <Problem sentence={t('noPage.broken')} onAgain={() => location.reload()} />;
};
