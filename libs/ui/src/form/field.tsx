import { useId, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import css from './form.module.css';

export interface FieldWords {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and how to put it right; empty while it is right. */
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** Narrows what is shown: it may be left empty, and that need not be said. */
  readonly narrows?: boolean;
}

export interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-required': boolean | undefined;
}

const useIds = ({ hint, error, optional, narrows }: FieldWords): ControlIds => {
  const id = useId();
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, 'aria-describedby': told || undefined, 'aria-invalid': error ? true : undefined, 'aria-required': optional || narrows ? undefined : true };
};

const Told = ({ id, hint, error }: FieldWords & { readonly id: string }) => (
  <>
    {hint && <div className={css.hint} id={`${id}-hint`}>{hint}</div>}
    {error && (
      <div className={css.error} id={`${id}-error`}>
        <CircleAlert size={18} aria-hidden />
        {error}
      </div>
    )}
  </>
);

const Name = ({ label, optional }: FieldWords) => {
  const { t } = useTranslation('ui');
  return (
    <>
      {label} {optional && <span className={css.optional}>({t('optional')})</span>}
    </>
  );
};

/** Label, hint and error around one control. */
export const Field = ({ children, ...words }: FieldWords & { readonly children: (ids: ControlIds) => ReactNode }) => {
  const ids = useIds(words);
  return (
    <div className={css.field} data-field>
      <label className={css.label} htmlFor={ids.id}><Name {...words} /></label>
      <Told id={ids.id} {...words} />
      {children(ids)}
    </div>
  );
};

/** The same around a group of choices. */
export const FieldGroup = ({ children, ...words }: FieldWords & { readonly children: (ids: ControlIds) => ReactNode }) => {
  const ids = useIds(words);
  return (
    <fieldset className={css.field} data-field aria-describedby={ids['aria-describedby']}>
      <legend className={css.label}><Name {...words} /></legend>
      <Told id={ids.id} {...words} />
      {children(ids)}
    </fieldset>
  );
};
