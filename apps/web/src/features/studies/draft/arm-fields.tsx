import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, TextField } from '@perspectief/ui';
import { emptyArm, type ArmDraft } from './card-draft';
import { ConditionFields } from './condition-fields';
import type { Problems } from './problems';
import { useProblem } from './use-problem';
import css from './draft.module.css';

const FEWEST = 2;

/** The ways that are compared: two or more, each with a name and with what is true of who is in it. */
export const ArmFields = ({ value, problems, onChange }: { readonly value: readonly ArmDraft[]; readonly problems: Problems; readonly onChange: (value: readonly ArmDraft[]) => void }) => {
  const { t } = useTranslation('studies');
  const problem = useProblem(problems);
  const put = (arm: ArmDraft): void => onChange(value.map((one) => (one.key === arm.key ? arm : one)));
  return (
    <>
      {value.map((arm, n) => (
        <fieldset key={arm.key} className={css.arm}>
          <legend>{arm.name.trim() === '' ? t('draft.arm.of', { number: n + 1 }) : arm.name}</legend>
          <TextField label={t('draft.arm.name')} value={arm.name} error={problem(`${arm.key}.name`)} onChange={(name) => put({ ...arm, name })} />
          {problem(`${arm.key}.when`) && <p role="alert">{problem(`${arm.key}.when`)}</p>}
          <ConditionFields name={t('draft.arm.conditions', { name: arm.name || n + 1 })} value={arm.when} problems={problems} onChange={(when) => put({ ...arm, when })} />
          {value.length > FEWEST && <p><Button look="quiet" onClick={() => onChange(value.filter(({ key }) => key !== arm.key))}><Trash2 size={18} aria-hidden /> {t('draft.arm.remove')}</Button></p>}
        </fieldset>
      ))}
      <p><Button small onClick={() => onChange([...value, emptyArm()])}><Plus size={18} aria-hidden /> {t('draft.arm.add')}</Button></p>
    </>
  );
};
