import { useTranslation } from 'react-i18next';
import { ChecksField, ChoiceField, DayField, MoneyField, ScaleField, SelectField, TextArea, TextField, type Option } from '@perspectief/ui';
import { useTerm } from '../terms/use-term';
import { EmergencyPartField, TiersField } from './budget-fields';
import { ResidentField } from './resident-field';
import { DatesField, PercentagesField, ScoresField } from './many-fields';
import { DayAndTimeField, MonthField } from './time-fields';
import type { ChoiceSource, Field } from './fields';
import type { Raw } from './values';

export type Choices = Partial<Readonly<Record<ChoiceSource, readonly Option[]>>>;

export interface FieldControlProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly field: Field;
  readonly value: Raw | undefined;
  readonly choices: Choices;
  readonly onChange: (value: Raw) => void;
  readonly onBlur: () => void;
}

const MANY = 6;
const INPUT = { text: 'text', bsn: 'text', number: 'number' } as const;

/** The control that fits a field of a command. */
export const FieldControl = ({ field, value, choices, onChange, onBlur, ...words }: FieldControlProps) => {
  const { t } = useTranslation('ui');
  const term = useTerm();
  const told = { ...words, optional: field.optional ?? false };
  const text = typeof value === 'string' ? value : '';
  const list = Array.isArray(value) ? (value as readonly string[]) : [];
  const one = (options: readonly Option[]) =>
    options.length > MANY ? (
      <SelectField {...told} value={text} onChange={onChange} onBlur={onBlur} options={options} placeholder={t('choose')} />
    ) : (
      <ChoiceField {...told} value={text} onChange={onChange} options={options} />
    );
  switch (field.kind) {
    case 'long-text': case 'lines':
      return <TextArea {...told} value={text} onChange={onChange} onBlur={onBlur} />;
    case 'money':
      return <MoneyField {...told} value={text} onChange={onChange} onBlur={onBlur} />;
    case 'choice':
      return one(field.options.map((option) => ({ value: option, label: term(field.terms, option) })));
    case 'yes-no':
      return one(['true', 'false'].map((option) => ({ value: option, label: term('yesNo', option) })));
    case 'pick':
      return one(choices[field.from] ?? []);
    case 'checks':
      return <ChecksField {...told} value={list} onChange={onChange} options={field.options.map((option) => ({ value: option, label: term(field.terms, option) }))} />;
    case 'picks':
      return <ChecksField {...told} value={list} onChange={onChange} options={choices[field.from] ?? []} />;
    case 'scale':
      return <ScaleField {...told} value={text} onChange={onChange} from={field.from} to={field.to} />;
    case 'date':
      return <DayField {...told} value={text} onChange={onChange} onBlur={onBlur} />;
    case 'date-time':
      return <DayAndTimeField {...told} value={text} onChange={onChange} />;
    case 'month':
      return <MonthField {...told} value={text} onChange={onChange} onBlur={onBlur} />;
    case 'dates':
      return <DatesField {...told} value={list} onChange={onChange} />;
    case 'scores':
      return <ScoresField {...told} value={value} onChange={onChange} />;
    case 'percentages':
      return <PercentagesField {...told} value={value} onChange={onChange} />;
    case 'tiers':
      return <TiersField {...told} value={value} onChange={onChange} />;
    case 'emergency-part':
      return <EmergencyPartField {...told} value={value} onChange={onChange} />;
    case 'resident':
      return <ResidentField {...told} value={text} onChange={onChange} onBlur={onBlur} />;
    case 'given': case 'fresh':
      return null;
    default:
      return <TextField {...told} type={INPUT[field.kind]} value={text} onChange={onChange} onBlur={onBlur} />;
  }
};
