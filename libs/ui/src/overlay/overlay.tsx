import { useEffect, useId, useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../button';
import css from './overlay.module.css';

export interface OverlayProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Buttons that stay in sight at the bottom. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside, closes with Esc and gives the focus back. */
const Overlay = ({ title, onClose, foot, children, shape }: OverlayProps & { readonly shape: string | undefined }) => {
  const { t } = useTranslation('ui');
  const dialog = useRef<HTMLDialogElement>(null);
  const label = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`${css.overlay} ${shape}`}
      aria-labelledby={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <div className={css.frame}>
        <div className={css.head}>
          <h2 id={label}>{title}</h2>
          <IconButton label={t('close')} onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        </div>
        <div className={css.body}>{children}</div>
        {foot && <div className={css.foot}>{foot}</div>}
      </div>
    </dialog>
  );
};

/** In the middle, for a short question. */
export const Dialog = (props: OverlayProps) => <Overlay {...props} shape={css.dialog} />;

/** From the right, for details and forms; the page stays in sight beside it. The whole screen on a phone. */
export const Drawer = (props: OverlayProps) => <Overlay {...props} shape={css.drawer} />;
