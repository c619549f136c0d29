import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, SelectField, TextField } from '@perspectief/ui';
import { ATTRIBUTES, emptyCondition, EVENTS, type ConditionDraft } from './card-draft';
import type { Problems } from './problems';
import { useProblem } from './use-problem';
import css from './draft.module.css';

interface Fields {
  readonly value: ConditionDraft;
  readonly problems: Problems;
  readonly onChange: (value: ConditionDraft) => void;
  readonly onRemove: () => void;
}

/** `happened` and `not` are one choice: there was, or there was not. */
const KINDS = ['happened', 'not-happened', 'attribute', 'not-attribute'] as const;

const Condition = ({ value, problems, onChange, onRemove }: Fields) => {
  const { t } = useTranslation('studies');
  const problem = useProblem(problems);
  const { key, kind, event, attribute, values, days, not } = value;
  const put = (part: Partial<ConditionDraft>): void => onChange({ ...value, ...part });
  return (
    <li className={css.condition}>
      <SelectField label={t('draft.condition.kind')} placeholder={t('draft.choose')} value={`${not ? 'not-' : ''}${kind}`}
        onChange={(chosen) => put({ not: chosen.startsWith('not-'), kind: chosen.endsWith('attribute') ? 'attribute' : 'happened' })}
        options={KINDS.map((one) => ({ value: one, label: t(`draft.condition.kinds.${one}`) }))} />
      {kind === 'happened' ? (
        <>
          <SelectField label={t('draft.condition.event')} placeholder={t('draft.choose')} value={event} error={problem(`${key}.event`)} onChange={(chosen) => put({ event: chosen })}
            options={EVENTS.map((one) => ({ value: one, label: t(`events.${one}`) }))} />
          <TextField label={t('draft.condition.days')} hint={t('draft.condition.daysHint')} optional type="number" value={days} error={problem(`${key}.days`)} onChange={(typed) => put({ days: typed })} />
        </>
      ) : (
        <>
          <SelectField label={t('draft.condition.attribute')} placeholder={t('draft.choose')} value={attribute} error={problem(`${key}.attribute`)} onChange={(chosen) => put({ attribute: chosen })}
            options={ATTRIBUTES.map((one) => ({ value: one, label: t(`attributes.${one}`) }))} />
          <TextField label={t('draft.condition.values')} hint={t('draft.condition.valuesHint')} value={values} error={problem(`${key}.values`)} onChange={(typed) => put({ values: typed })} />
        </>
      )}
      <Button look="quiet" onClick={onRemove}><Trash2 size={18} aria-hidden /> {t('draft.condition.remove')}</Button>
    </li>
  );
};

/** Conditions that hold together: all of them. */
export const ConditionFields = ({ value, problems, onChange, name }: { readonly value: readonly ConditionDraft[]; readonly problems: Problems; readonly onChange: (value: readonly ConditionDraft[]) => void; readonly name: string }) => {
  const { t } = useTranslation('studies');
  return (
    <>
      {value.length > 0 && (
        <ul className={css.conditions} aria-label={name}>
          {value.map((one) => (
            <Condition key={one.key} value={one} problems={problems} onChange={(next) => onChange(value.map((other) => (other.key === one.key ? next : other)))}
              onRemove={() => onChange(value.filter(({ key }) => key !== one.key))} />
          ))}
        </ul>
      )}
      <p><Button small aria-label={t('draft.condition.addTo', { name })} onClick={() => onChange([...value, emptyCondition()])}><Plus size={18} aria-hidden /> {t('draft.condition.add')}</Button></p>
    </>
  );
};
