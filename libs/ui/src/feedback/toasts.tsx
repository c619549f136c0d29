import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../button';
import css from './feedback.module.css';

export interface Toast {
  readonly sentence: string;
  readonly action?: { readonly label: string; readonly onChoose: () => void } | undefined;
}

const SHORT_MS = 7_000;
const LONG_MS = 20_000;

const Tell = createContext<(toast: Toast) => void>(() => undefined);

/** Says something in the corner for a while; with something to choose it stays longer. The page itself shows the same facts. */
export const useToast = (): ((toast: Toast) => void) => useContext(Tell);

export const Toasts = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation('ui');
  const next = useRef(0);
  const layer = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<readonly (Toast & { readonly key: number })[]>([]);
  const tell = useCallback((toast: Toast) => {
    next.current += 1;
    const key = next.current;
    setShown((all) => [...all.slice(-1), { ...toast, key }]);
    // Above an open dialog too: the top layer is shown in the order of opening.
    setTimeout(() => setShown((all) => all.filter((one) => one.key !== key)), toast.action ? LONG_MS : SHORT_MS);
    layer.current?.hidePopover?.();
    layer.current?.showPopover?.();
  }, []);
  const close = (key: number) => setShown((all) => all.filter((toast) => toast.key !== key));
  return (
    <Tell.Provider value={useMemo(() => tell, [tell])}>
      {children}
      <div ref={layer} popover="manual" className={css.toasts} role="log" aria-live="polite" aria-label={t('messages')} data-screen-only>
        {shown.map(({ key, sentence, action }) => (
          <div key={key} className={css.toast} data-dark>
            <p>{sentence}</p>
            {action && (
              <Button look="quiet" onClick={() => {
                close(key);
                action.onChoose();
              }}>
                {action.label}
              </Button>
            )}
            <IconButton label={t('dismiss')} onClick={() => close(key)}><X aria-hidden size={20} /></IconButton>
          </div>
        ))}
      </div>
    </Tell.Provider>
  );
};
