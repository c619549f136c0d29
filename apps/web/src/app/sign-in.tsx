import { useTranslation } from 'react-i18next';
import { Button, Problem } from '@perspectief/ui';
import { signIn } from '../session/session';
import { Mark } from './mark';
import css from './sign-in.module.css';

/** Before anybody is known: what this is, and one button. */
export const SignIn = () => {
  const { t } = useTranslation();
  return (
    <main className={css.page}>
      <div className={css.card}>
        <Mark />
        <h1>{t('app.promise')}</h1>
        <p className="soft">{t('app.about')}</p>
        <Button look="main" onClick={() => signIn()}>{t('session.signIn')}</Button>
      </div>
    </main>
  );
};

export const Unreachable = ({ onAgain }: { readonly onAgain: () => void }) => {
  const { t } = useTranslation();
  return (
    <main className={css.page}>
      <div className={css.card}>
        <Mark />
        <Problem sentence={t('session.unreachable')} onAgain={onAgain} />
      </div>
    </main>
  );
};
