import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './desk.module.css';

export type Deed = 'approve' | 'question' | 'refuse';

const KEYS: Readonly<Record<string, Deed>> = { g: 'approve', v: 'question', w: 'refuse' };
const KEPT = 'perspectief.desk-keys';

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Single letters that decide: off until somebody switches them on, on this device. */
export const useShortcuts = (deeds: Readonly<Record<Deed, () => void>>) => {
  const [on, setOn] = useState(() => localStorage.getItem(KEPT) === 'on');
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      const deed = KEYS[event.key];
      if (!deed || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      deeds[deed]();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, deeds]);
  const toggle = () => {
    localStorage.setItem(KEPT, on ? 'off' : 'on');
    setOn(!on);
  };
  return { on, toggle };
};

export const Shortcuts = ({ on, toggle }: { readonly on: boolean; readonly toggle: () => void }) => {
  const { t } = useTranslation('desk');
  return (
    <label className={`row small ${css.keys}`}>
      <input type="checkbox" checked={on} onChange={toggle} />
      <span>{t('decide.keys')} {on && <span className="soft">{t('decide.keysAre')}</span>}</span>
    </label>
  );
};
