import { Check, CloudOff, LoaderCircle, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format';
import css from './feedback.module.css';

/** Where the text is: with the server, on this device, or on its way. Never "saved" before the server said so. */
export type Saving =
  | { readonly phase: 'nothing' }
  | { readonly phase: 'draft' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'offline' }
  | { readonly phase: 'saved'; readonly at: Date };

export const SaveState = ({ state }: { readonly state: Saving }) => {
  const { t } = useTranslation('ui');
  const { time } = useFormat();
  const shown = {
    nothing: () => null,
    draft: () => <><PencilLine size={16} aria-hidden /> {t('draft')}</>,
    saving: () => <><LoaderCircle size={16} aria-hidden /> {t('saving')}</>,
    offline: () => <><CloudOff size={16} aria-hidden /> {t('offline')}</>,
    saved: () => <><Check size={16} aria-hidden /> {state.phase === 'saved' && t('saved', { time: time(state.at) })}</>,
  }[state.phase];
  return <span className={css.saveState} role="status">{shown()}</span>;
};
