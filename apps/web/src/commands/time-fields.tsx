import { useTranslation } from 'react-i18next';
import { addDays, DayField, SelectField, TextField, todayHere, useFormat, type ControlProps } from '@perspectief/ui';

const MONTHS = 13;

/** A day with its hour: "2026-11-19T10:30". */
export const DayAndTimeField = ({ value, onChange, ...words }: ControlProps<string>) => {
  const { t } = useTranslation('commands');
  const [day = '', time = ''] = value.split('T');
  return (
    <div className="row">
      <DayField {...words} value={day} onChange={(next) => onChange(`${next}T${time || '09:00'}`)} />
      <TextField label={t('form.time')} type="time" value={time} onChange={(next) => onChange(`${day}T${next}`)} />
    </div>
  );
};

/** One of the last months, this one first. */
export const MonthField = (props: ControlProps<string>) => {
  const { t } = useTranslation('ui');
  const { language } = useFormat();
  const name = (month: string): string => new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`));
  const months = Array.from({ length: MONTHS }, (_, back) => addDays(`${todayHere().slice(0, 7)}-15`, Math.round(-30.4375 * back)).slice(0, 7));
  return <SelectField {...props} placeholder={t('choose')} options={months.map((month) => ({ value: month, label: name(month) }))} />;
};
