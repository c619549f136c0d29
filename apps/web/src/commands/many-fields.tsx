import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, DayField, FieldGroup, IconButton, ScaleField, TextField, useFormat, type FieldWords } from '@perspectief/ui';
import { useTerm } from '../terms/use-term';
import { LAWS, LIFE_AREAS } from './fields';
import type { Raw } from './values';

/** Days, in any order; they are put in order when they are sent. */
export const DatesField = ({ value, onChange, ...words }: FieldWords & { readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void }) => {
  const { t } = useTranslation('commands');
  const { day } = useFormat();
  const rows = value.length > 0 ? value : [''];
  return (
    <FieldGroup {...words}>
      {() => (
        <div className="stack-tight">
          {rows.map((row, index) => (
            <div key={index} className="row">
              <DayField label={t('form.dayNumber', { number: index + 1 })} value={row}
                onChange={(next) => onChange(rows.map((one, at) => (at === index ? next : one)))} />
              {rows.length > 1 && (
                <IconButton label={t('form.dropDay', { day: row ? day(row) : index + 1 })} onClick={() => onChange(rows.filter((_, at) => at !== index))}>
                  <X aria-hidden size={20} />
                </IconButton>
              )}
            </div>
          ))}
          <div><Button small icon={<Plus size={18} aria-hidden />} onClick={() => onChange([...rows, ''])}>{t('form.addDay')}</Button></div>
        </div>
      )}
    </FieldGroup>
  );
};

type ByName = Readonly<Record<string, string>>;

const byName = (value: Raw | undefined): ByName => (typeof value === 'object' && !Array.isArray(value) ? (value as ByName) : {});

interface ByNameProps extends FieldWords {
  readonly value: Raw | undefined;
  readonly onChange: (value: Raw) => void;
}

/** A score for the life areas that were talked about; the others stay open. */
export const ScoresField = ({ value, onChange, ...words }: ByNameProps) => {
  const { t } = useTranslation('commands');
  const term = useTerm();
  const scores = byName(value);
  return (
    <FieldGroup {...words}>
      {() => (
        <div className="stack">
          {LIFE_AREAS.map((area) => (
            <ScaleField key={area} label={term('lifeArea', area)} from={1} to={5} ends={[t('form.scoreLow'), t('form.scoreHigh')]} optional
              value={scores[area] ?? ''} onChange={(score) => onChange({ ...scores, [area]: score })} />
          ))}
        </div>
      )}
    </FieldGroup>
  );
};

/** Percentages by law. */
export const PercentagesField = ({ value, onChange, ...words }: ByNameProps) => {
  const term = useTerm();
  const parts = byName(value);
  return (
    <FieldGroup {...words}>
      {() => (
        <div className="row">
          {LAWS.map((law) => (
            <TextField key={law} type="number" label={`${term('law', law)} (%)`} optional value={parts[law] ?? ''} onChange={(part) => onChange({ ...parts, [law]: part })} />
          ))}
        </div>
      )}
    </FieldGroup>
  );
};
