import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWaiting } from '../data/data-provider';
import { useOnline } from '../data/use-online';
import css from './layout.module.css';

/** Says when there is no network, and what still waits for it; nothing while all is well. */
export const NetworkState = () => {
  const { t } = useTranslation('ui');
  const online = useOnline();
  const waiting = useWaiting().length;
  const quiet = online && waiting === 0;
  return (
    <div role="status" className={quiet ? undefined : css.network} data-screen-only>
      {!quiet && <CloudOff size={20} aria-hidden />}
      {!quiet && <span>{[!online && t('offline'), waiting > 0 && t('waiting', { count: waiting })].filter(Boolean).join(' ')}</span>}
    </div>
  );
};
