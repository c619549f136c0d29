import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ChevronDown } from 'lucide-react';
import { Button, type ButtonLook } from '../button';
import css from './overlay.module.css';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly onChoose: () => void;
}

export interface MenuGroup {
  readonly label?: string;
  readonly items: readonly MenuItem[];
}

export interface MenuProps extends ButtonLook {
  readonly label: string;
  /** Read by a screen reader in place of the label, where the label alone does not say of what. */
  readonly describe?: string;
  readonly icon?: ReactNode;
  readonly groups: readonly MenuGroup[];
  readonly side?: 'start' | 'end';
}

/** How long one may wait between two letters of a name. */
const PAUSE_MS = 800;

/** A button that opens a list of actions: arrow keys walk, Esc closes, a choice gives the focus back. Without actions there is none. */
export const Menu = ({ label, describe, icon, groups, side = 'end', ...look }: MenuProps) => {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const items = () => [...(root.current?.querySelectorAll<HTMLButtonElement>('[role=menuitem]') ?? [])];
  const typed = useRef({ text: '', at: 0 });
  const opener = () => root.current?.querySelector<HTMLButtonElement>('button');

  useEffect(() => {
    if (!open) return;
    items()[0]?.focus();
    const outside = (event: PointerEvent) => !root.current?.contains(event.target as Node) && setOpen(false);
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // Letters go to the first that begins with them, as in any menu.
      const text = (event.timeStamp - typed.current.at < PAUSE_MS ? typed.current.text : '') + event.key.toLowerCase();
      typed.current = { text, at: event.timeStamp };
      all.find((item) => item.textContent?.trim().toLowerCase().startsWith(text))?.focus();
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all[(to + all.length) % all.length]?.focus();
    }
    if (event.key === 'Escape' || event.key === 'Tab') {
      setOpen(false);
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        opener()?.focus();
      }
    }
  };

  if (groups.every(({ items: none }) => none.length === 0)) return null;
  return (
    <div className={css.menu} ref={root} onKeyDown={onKeyDown}>
      <Button {...look} icon={icon} aria-haspopup="menu" aria-expanded={open} aria-label={describe} onClick={() => setOpen(!open)}>
        {label}
        {look.look !== 'icon' && <ChevronDown size={18} aria-hidden />}
      </Button>
      {open && (
        <div className={`${css.items} ${side === 'start' ? css.start : ''}`} role="menu" aria-label={describe ?? label}>
          {groups.map((group, index) => (
            <div key={group.label ?? index} role="group" aria-label={group.label}>
              {group.label && <div className={css.group} aria-hidden>{group.label}</div>}
              {group.items.map((item) => (
                <button
                  key={item.key}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  className={css.item}
                  onClick={() => {
                    setOpen(false);
                    opener()?.focus();
                    item.onChoose();
                  }}
                >
                  {item.icon}
                  {item.label}
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
};
