import { Field, FieldGroup, type FieldWords } from './field';
import css from './form.module.css';

export interface ControlProps<Value> extends FieldWords {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur?: () => void;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly note?: string | undefined;
}

type TextKind = 'text' | 'number' | 'time';

export interface TextProps extends ControlProps<string> {
  readonly type?: TextKind;
}

export const TextField = ({ value, onChange, onBlur, type = 'text', ...words }: TextProps) => (
  <Field {...words}>
    {(ids) => (
      <input {...ids} type={type} value={value} onBlur={onBlur} onChange={(event) => onChange(event.target.value)}
        autoComplete="off" className={`${css.control} ${type === 'text' ? '' : css.short}`} />
    )}
  </Field>
);

export const TextArea = ({ value, onChange, onBlur, ...words }: ControlProps<string>) => (
  <Field {...words}>
    {(ids) => <textarea {...ids} value={value} onBlur={onBlur} onChange={(event) => onChange(event.target.value)} className={css.control} />}
  </Field>
);

/** Euro as people type them here: "1.234,50". The form keeps the text; `centsOf` reads it. */
export const MoneyField = ({ value, onChange, onBlur, ...words }: ControlProps<string>) => (
  <Field {...words}>
    {(ids) => (
      <div className={css.money}>
        <span aria-hidden>€</span>
        <input {...ids} inputMode="decimal" autoComplete="off" value={value} onBlur={onBlur} onChange={(event) => onChange(event.target.value)} className={css.control} />
      </div>
    )}
  </Field>
);

export const SelectField = ({ value, onChange, onBlur, options, placeholder, ...words }: ControlProps<string> & { readonly options: readonly Option[]; readonly placeholder: string }) => (
  <Field {...words}>
    {(ids) => (
      <select {...ids} value={value} onBlur={onBlur} onChange={(event) => onChange(event.target.value)} className={css.control}>
        <option value="">{placeholder}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>{option.label}</option>
        ))}
      </select>
    )}
  </Field>
);

const OptionText = ({ option }: { readonly option: Option }) => (
  <span>
    {option.label}
    {option.note && <small>{option.note}</small>}
  </span>
);

export const ChoiceField = ({ value, onChange, options, ...words }: ControlProps<string> & { readonly options: readonly Option[] }) => (
  <FieldGroup {...words}>
    {({ id }) => (
      <div className={css.options}>
        {options.map((option) => (
          <label key={option.value} className={css.option}>
            <input type="radio" name={id} checked={value === option.value} onChange={() => onChange(option.value)} />
            <OptionText option={option} />
          </label>
        ))}
      </div>
    )}
  </FieldGroup>
);

export const ChecksField = ({ value, onChange, options, ...words }: ControlProps<readonly string[]> & { readonly options: readonly Option[] }) => (
  <FieldGroup {...words}>
    {() => (
      <div className={css.options}>
        {options.map((option) => (
          <label key={option.value} className={css.option}>
            <input type="checkbox" checked={value.includes(option.value)}
              onChange={({ target }) => onChange(target.checked ? [...value, option.value] : value.filter((one) => one !== option.value))} />
            <OptionText option={option} />
          </label>
        ))}
      </div>
    )}
  </FieldGroup>
);

export interface ScaleProps extends ControlProps<string> {
  readonly from: number;
  readonly to: number;
  /** Words at both ends. */
  readonly ends?: readonly [string, string];
}

/** A row of numbers to choose one from. */
export const ScaleField = ({ value, onChange, from, to, ends, ...words }: ScaleProps) => (
  <FieldGroup {...words}>
    {({ id }) => (
      <div className={css.field}>
        <div className={css.scale}>
          {Array.from({ length: to - from + 1 }, (_, index) => String(from + index)).map((number) => (
            <label key={number} className={css.option}>
              <input type="radio" name={id} checked={value === number} onChange={() => onChange(number)} />
              {number}
            </label>
          ))}
        </div>
        {ends && <div className={css.ends} aria-hidden>{ends.map((end) => <span key={end}>{end}</span>)}</div>}
      </div>
    )}
  </FieldGroup>
);
