import { useEffect, useRef, useState } from 'react';
import { CalendarDays } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../button';
import { dayFrom, typedDay } from './day';
import { Field, type FieldWords } from './field';
import css from './form.module.css';

export interface DayFieldProps extends FieldWords {
  /** As the API writes it, or what was typed while it is no day yet. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** In a bar of filters: no hint but the shape in the field itself. */
  readonly bare?: boolean;
}

/** A day as it is written here, whatever the language of the browser; its calendar is one button away. */
export const DayField = ({ value, onChange, onBlur, min, max, bare = false, ...words }: DayFieldProps) => {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState(() => typedDay(value));
  const calendar = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped((before) => (dayFrom(before) === value || (before === value && dayFrom(value) === undefined) ? before : typedDay(value))), [value]);
  const change = (text: string): void => {
    setTyped(text);
    onChange(dayFrom(text) ?? text);
  };
  return (
    <Field {...words} hint={words.hint ?? (bare ? undefined : t('dayHint'))}>
      {(ids) => (
        <div className={css.day}>
          <input {...ids} inputMode="numeric" autoComplete="off" placeholder={t('dayShape')} value={typed} className={css.control}
            onChange={(event) => change(event.target.value)}
            onBlur={() => {
              setTyped(typedDay(value));
              onBlur?.();
            }} />
          <IconButton label={t('calendar', { what: words.label })} onClick={() => calendar.current?.showPicker()}>
            <CalendarDays aria-hidden size={22} />
          </IconButton>
          <input ref={calendar} type="date" tabIndex={-1} aria-hidden min={min} max={max} value={dayFrom(value) ?? ''} onChange={(event) => onChange(event.target.value)} />
        </div>
      )}
    </Field>
  );
};
