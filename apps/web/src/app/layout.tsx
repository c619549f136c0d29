import { Suspense, useEffect, useRef } from 'react';
import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation, useMatches, useNavigation } from 'react-router';
import { Loading } from '@perspectief/ui';
import { FormsProvider } from '../commands/forms-provider';
import { chooseLanguage } from '../i18n';
import type { Role } from '../session/session';
import { usePerson, useSession } from '../session/session-provider';
import { Mark } from './mark';
import { NetworkState } from './network-state';
import { placesOf } from './navigation';
import { NotForYou } from './no-page';
import css from './layout.module.css';

const initials = (name: string): string => name.split(/\s+/).map((part) => part[0]).filter((letter) => letter && /\p{Lu}/u.test(letter)).join('').slice(0, 2);

const Places = () => {
  const { t } = useTranslation();
  const { role } = usePerson();
  return (
    <nav aria-label={t('nav.label')} className={css.places}>
      <ul>
        {placesOf(role).map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <NavLink to={to} className={({ isActive }) => `${css.place} ${isActive ? css.here : ''}`}>
              <Icon size={22} aria-hidden />
              <span>{t(label)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Me = () => {
  const { t, i18n } = useTranslation();
  const { signOut } = useSession();
  const { name, role } = usePerson();
  const other = i18n.language === 'nl' ? 'en' : 'nl';
  return (
    <div className={css.me}>
      <div className={css.who}>
        <span className={css.initials} aria-hidden>{initials(name)}</span>
        <span>
          <strong>{name}</strong>
          <small>{t(`roles.${role}`)}</small>
        </span>
      </div>
      <div className={css.meButtons}>
        <button type="button" lang={other} onClick={() => void chooseLanguage(other)}>{t('nav.otherLanguage')}</button>
        <button type="button" onClick={() => void signOut()}><LogOut size={18} aria-hidden /> {t('session.signOut')}</button>
      </div>
    </div>
  );
};

/** A new page begins at its top, and a screen reader hears its heading. */
const useFreshStart = (main: React.RefObject<HTMLElement | null>): void => {
  const { pathname } = useLocation();
  const place = pathname.split('/').slice(0, 3).join('/');
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place, main]);
};

/** Whoever pressed sees that a page is coming when it takes a while, and nothing when it is there at once. */
const OnItsWay = () => <div className={css.onItsWay} aria-hidden data-screen-only />;

/** The frame around every page: rail on a desk, bar at the bottom of a phone. */
export const Layout = () => {
  const { t } = useTranslation();
  const { role } = usePerson();
  const main = useRef<HTMLElement>(null);
  useFreshStart(main);
  const coming = useNavigation().state !== 'idle';
  const allowed = useMatches().every(({ handle }) => {
    const roles = (handle as { roles?: readonly Role[] } | undefined)?.roles;
    return !roles || roles.includes(role);
  });
  return (
    <div className={css.frame}>
      <a href="#main" className={css.skip} onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t('nav.skip')}</a>
      {coming && <OnItsWay />}
      <header className={css.rail} data-dark data-screen-only>
        <NavLink to="/" className={css.home} aria-label={t('nav.home')}><Mark /></NavLink>
        <Places />
        <Me />
      </header>
      <main id="main" ref={main} tabIndex={-1} className={css.main} aria-busy={coming || undefined}>
        <NetworkState />
        <FormsProvider>
          <Suspense fallback={<Loading />}>{allowed ? <Outlet /> : <NotForYou />}</Suspense>
        </FormsProvider>
      </main>
    </div>
  );
};
