import css from './layout.module.css';

/** Two lines that meet in one point: several views on one household. */
export const Mark = () => (
  <span className={css.mark}>
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden fill="none" strokeLinecap="round" strokeLinejoin="round">
      <path d="M4 26 16 6l12 20" stroke="var(--basis-counter)" strokeWidth="2.8" />
      <path d="M10.500 26 16 16.500 21.500 26" stroke="var(--brand-accent-300)" strokeWidth="2.4" />
    </svg>
    Perspectief
  </span>
);
