import type { ReactNode } from 'react';
import css from './badge.module.css';

export type Tone = 'plain' | 'late' | 'wait' | 'done' | 'busy' | 'planned';

/** A state in words, with a picture and a form of its own: colour is never alone. */
export const Badge = ({ tone = 'plain', icon, children }: { readonly tone?: Tone; readonly icon?: ReactNode; readonly children: ReactNode }) => (
  <span className={`${css.badge} ${css[tone] ?? ''}`}>
    {icon}
    {children}
  </span>
);
