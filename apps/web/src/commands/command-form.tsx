import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, DayField, dayFrom, Drawer, SaveState, todayHere, useFormat, useToast, type Saving } from '@perspectief/ui';
import { useCommand } from '../data/data-provider';
import type { Refusal } from '../data/command';
import { useDraft } from '../drafts/use-draft';
import { usePerson } from '../session/session-provider';
import { fieldsOf, type FormName } from './catalogue';
import { FieldControl, type Choices } from './field-control';
import type { Watch } from './changed-since';
import { Conflict } from './conflict';
import type { Field } from './fields';
import { useOffer } from './forms-provider';
import { undoOf } from './undo';
import { useChanges } from './use-changes';
import { readForm, type Values } from './values';

export interface OpenForm {
  readonly name: FormName;
  /** What the page knows: ids of what the command is about. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly choices?: Choices | undefined;
  /** What is filled in to begin with. */
  readonly values?: Values | undefined;
  /** What it is about, in words, above the fields. */
  readonly about?: string | undefined;
  /** The page under the form as it is now, to say what others change meanwhile. */
  readonly watch?: Watch | undefined;
  readonly onDone?: ((input: Readonly<Record<string, unknown>>) => void) | undefined;
}

const freshIds = (name: FormName): Readonly<Record<string, string>> =>
  Object.fromEntries(fieldsOf(name).flatMap(([field, { kind }]) => (kind === 'fresh' ? [[field, crypto.randomUUID()] as const] : [])));

interface Props extends OpenForm {
  readonly onClose: () => void;
}

/** One command as a form: validates as you type, keeps a draft, says where the text is, turns a refusal into what to do. */
export const CommandForm = ({ onClose, ...form }: Props) => {
  const { name, given, choices = {}, about, watch, onDone } = form;
  const { t } = useTranslation('commands');
  const { t: ui } = useTranslation('ui');
  const { says } = useFormat();
  // A household reads about itself, not about 'the family': a form may have words for a role.
  const { role } = usePerson();
  const tell = useToast();
  const sendCommand = useCommand();
  const offer = useOffer();
  // What the page knows already is not asked.
  const fields = useMemo(() => fieldsOf(name).filter(([field]) => !(field in given)), [name, given]);
  const shown = fields.filter(([, { kind }]) => kind !== 'given' && kind !== 'fresh');
  const ids = useMemo(() => freshIds(name), [name]);
  const start = useRef(form.values ?? {}).current;
  const { values, kept, takenUp, change, forget, startOver } = useDraft(`draft:${name}:${Object.values(given).join(':')}`, start);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | 'failed'>();
  const [attempts, setAttempts] = useState(0);
  const refusalAt = useRef<HTMLDivElement>(null);
  const formAt = useRef<HTMLFormElement>(null);
  const conflictAt = useRef<HTMLDivElement>(null);
  const { input, errors } = readForm(fields, values);
  const { same, beside, asks, keepMine } = useChanges(name, { ...given, ...input }, watch, busy);
  const happenedOn = typeof values['happenedOn:'] === 'string' ? values['happenedOn:'] : '';
  const title = t(`${name}.title`, { context: role });
  const own = (kind: string, field: string): string => t([`${name}.${kind}.${field}`, `${kind}.${field}`], { defaultValue: '', context: role });

  useEffect(() => refusalAt.current?.focus(), [refusal]);
  useEffect(() => {
    if (attempts > 0) formAt.current?.querySelector<HTMLElement>('[aria-invalid=true], fieldset:has([id$="-error"]) input')?.focus();
  }, [attempts]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSeen(new Set(shown.map(([field]) => field)));
    if (asks) conflictAt.current?.focus();
    if (asks) return;
    if (Object.keys(errors).length > 0) {
      setAttempts((before) => before + 1);
      return;
    }
    setBusy(true);
    setRefusal(undefined);
    const whole = { ...given, ...ids, ...input };
    const outcome = await sendCommand(name, whole as never, { commandId, happenedOn: dayFrom(happenedOn) });
    setBusy(false);
    if (outcome.phase === 'refused' || outcome.phase === 'failed') {
      // A refusal is remembered under its id: what is put right is another command. A broken wire keeps its id.
      if (outcome.phase === 'refused') setCommandId(crypto.randomUUID());
      setRefusal(outcome.phase === 'refused' ? outcome : 'failed');
      return;
    }
    await forget();
    onClose();
    const takesBack = outcome.phase === 'accepted' ? undoOf(name, whole, values) : undefined;
    const undo = takesBack && offer(takesBack.name, takesBack.given, { values: takesBack.values, choices, watch, about: t('form.undoOf', { what: title }) });
    tell({
      sentence: outcome.phase === 'kept' ? ui('offline') : t('form.done', { what: title }),
      ...(undo ? { action: { label: ui('undo'), onChoose: undo.open } } : {}),
    });
    onDone?.(whole);
  };

  const saving: Saving = busy ? { phase: 'saving' } : kept ? { phase: 'draft' } : { phase: 'nothing' };
  const intro = t(`${name}.intro`, { defaultValue: '', context: role });
  return (
    <Drawer
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button look="main" type="submit" form="command-form" aria-disabled={busy}>{t([`${name}.send`, 'form.send'])}</Button>
          <Button look="quiet" onClick={onClose}>{ui('cancel')}</Button>
          <SaveState state={saving} />
        </>
      }
    >
      {about && <p>{about}</p>}
      {intro && <p className="soft">{intro}</p>}
      {takenUp && <p className="soft">{t('form.takenUp')} <button type="button" className="link" onClick={startOver}>{t('form.startOver')}</button></p>}
      <div ref={conflictAt} tabIndex={-1} aria-live="polite">
        <Conflict same={same} beside={beside} asks={asks} onMine={keepMine} onTheirs={() => void forget().then(onClose)} />
      </div>
      <div ref={refusalAt} tabIndex={-1} role="alert">
        {refusal && (
          <Alert tone="late" icon={<CircleAlert />} title={refusal === 'failed' ? ui('broken') : says(refusal.sentence)} />
        )}
      </div>
      <form id="command-form" ref={formAt} noValidate className="stack" onSubmit={(event) => void (busy ? event.preventDefault() : submit(event))}>
        {shown.map(([field, definition]) => {
          const wrong = errors[field];
          const refused = refusal && refusal !== 'failed' && refusal.field === field ? says(refusal.sentence) : undefined;
          return (
            <FieldControl
              key={field}
              field={definition}
              label={own('fields', field) || field}
              hint={own('hints', field) || undefined}
              error={wrong && seen.has(field) ? t(wrong, range(definition)) : refused}
              value={values[field]}
              choices={choices}
              onChange={(value) => change({ [field]: value })}
              onBlur={() => values[field] !== undefined && setSeen((before) => new Set(before).add(field))}
            />
          );
        })}
        <details open={happenedOn !== ''}>
          <summary>{t('form.otherDay')}</summary>
          <DayField label={t('form.happenedOn')} hint={t('form.happenedOnHint')} max={todayHere()} optional value={happenedOn} onChange={(value) => change({ 'happenedOn:': value })} />
        </details>
      </form>
    </Drawer>
  );
};

const range = (field: Field): Record<string, unknown> => ('min' in field ? { min: field.min, max: field.max } : {});
