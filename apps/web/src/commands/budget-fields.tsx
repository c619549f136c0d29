import { useTranslation } from 'react-i18next';
import { FieldGroup, MoneyField, TextField, type FieldWords } from '@perspectief/ui';
import { APPROVERS, typedIn } from './read-budget-fields';
import type { Raw } from './values';

interface Props extends FieldWords {
  readonly value: Raw | undefined;
  readonly onChange: (value: Raw) => void;
}

/** Above which amount one, two or three people must approve. */
export const TiersField = ({ value, onChange, ...words }: Props) => {
  const { t } = useTranslation('commands');
  const typed = typedIn(value);
  return (
    <FieldGroup {...words}>
      {() => (
        <div className="row">
          {APPROVERS.map((approvers) => (
            <MoneyField key={approvers} label={t('form.tier', { count: Number(approvers) })} optional value={typed[approvers] ?? ''}
              onChange={(above) => onChange({ ...typed, [approvers]: above })} />
          ))}
        </div>
      )}
    </FieldGroup>
  );
};

/** What may be spent first and asked afterwards, and within how many working days. */
export const EmergencyPartField = ({ value, onChange, ...words }: Props) => {
  const { t } = useTranslation('commands');
  const typed = typedIn(value);
  return (
    <FieldGroup {...words}>
      {() => (
        <div className="row">
          <MoneyField label={t('form.emergencyUpTo')} optional value={typed['upTo'] ?? ''} onChange={(upTo) => onChange({ ...typed, upTo })} />
          <TextField type="number" label={t('form.emergencyDays')} optional value={typed['days'] ?? ''} onChange={(days) => onChange({ ...typed, days })} />
        </div>
      )}
    </FieldGroup>
  );
};
