import css from './process.module.css';

export interface ShownVariant {
  readonly steps: readonly string[];
  readonly cases: number;
}

/** Courses as rows of steps, the most common first; the bar is as long as its cases are many. */
export const VariantsPicture = ({ variants, casesOf }: { readonly variants: readonly ShownVariant[]; readonly casesOf: (cases: number) => string }) => {
  const most = Math.max(1, ...variants.map(({ cases }) => cases));
  return (
    <div className={css.variants} aria-hidden>
      {variants.map(({ steps, cases }) => (
        <div key={steps.join(' › ')} className={css.variant}>
          <div className={css.bar}><span style={{ inlineSize: `${(100 * cases) / most}%` }} /><b>{casesOf(cases)}</b></div>
          <div className={css.steps}>{steps.map((step, n) => <span key={n}>{step}</span>)}</div>
        </div>
      ))}
    </div>
  );
};
