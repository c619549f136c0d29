import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button';
import css from './feedback.module.css';

/** Where content comes; said once to a screen reader. */
export const Loading = ({ rows = 3 }: { readonly rows?: number }) => {
  const { t } = useTranslation('ui');
  return (
    <div className={css.skeleton} role="status" aria-busy>
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: rows }, (_, index) => <div key={index} className={css.bone} aria-hidden />)}
    </div>
  );
};

/** Nothing here yet: says why, and what you can do. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className={css.state}>
    <strong>{title}</strong>
    {children}
  </div>
);

/** Something did not work: a sentence, and a way to try again. */
export const Problem = ({ sentence, onAgain }: { readonly sentence?: string | undefined; readonly onAgain?: (() => void) | undefined }) => {
  const { t } = useTranslation('ui');
  return (
    <div className={css.state} role="alert">
      <strong>{sentence ?? t('broken')}</strong>
      {onAgain && <Button onClick={onAgain}>{t('again')}</Button>}
    </div>
  );
};

/** A part that the API did not send, because it is not for this reader. */
export const ClosedPart = ({ reason }: { readonly reason?: string | undefined }) => {
  const { t } = useTranslation('ui');
  return (
    <div className={css.state}>
      <strong>{t('closedPart')}</strong>
      <span>{reason ?? t('askCoach')}</span>
    </div>
  );
};
