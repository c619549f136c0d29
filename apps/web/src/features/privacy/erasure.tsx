import { useRef, useState } from 'react';
import { CircleAlert, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, ChoiceField, Dialog, TextField, useFormat } from '@perspectief/ui';
import { useCommand } from '../../data/data-provider';
import { usePerson } from '../../session/session-provider';
import { useTerm } from '../../terms/use-term';
import { codeOf } from './code';
import css from './privacy.module.css';

const REASONS = ['retention-ended', 'request-granted'] as const;

interface Certificate {
  readonly at: string;
  readonly position: string | null;
  readonly reason: string;
}

/** What was ordered, by whom and when: to print and keep. It names nobody who was erased. */
const Proof = ({ householdId, certificate: { at, position, reason } }: { readonly householdId: string; readonly certificate: Certificate }) => {
  const { t } = useTranslation('privacy');
  const { moment } = useFormat();
  const term = useTerm();
  const me = usePerson();
  const rows = [['household', householdId], ['at', moment(at)], ['by', me.name], ['reason', term('erase', reason)], ['position', position ?? t('erasure.notYet')]] as const;
  return (
    <div className={css.proof} role="status">
      <p>{t('erasure.done')}</p>
      <dl>{rows.map(([key, value]) => <div key={key}><dt>{t(`erasure.${key}`)}</dt><dd>{value}</dd></div>)}</dl>
      <p className="soft small">{t('erasure.verify')}</p>
    </div>
  );
};

/** Erases a household for good: the officer types its number, so that no slip does it. */
export const Erasure = ({ householdId, onClose }: { readonly householdId: string; readonly onClose: () => void }) => {
  const { t } = useTranslation('privacy');
  const { t: ui } = useTranslation('ui');
  const { says } = useFormat();
  const term = useTerm();
  const sendCommand = useCommand();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [certificate, setCertificate] = useState<Certificate>();
  const commandId = useRef(crypto.randomUUID());
  const code = codeOf(householdId);
  const right = typed.trim().toUpperCase() === code;
  const erase = async () => {
    setTried(true);
    if (!right || !reason) return;
    const outcome = await sendCommand('eraseHousehold', { householdId, reason }, { commandId: commandId.current });
    if (outcome.phase === 'accepted') setCertificate({ at: new Date().toISOString(), position: outcome.position, reason });
    else {
      if (outcome.phase === 'refused') commandId.current = crypto.randomUUID();
      setProblem(outcome.phase === 'refused' ? says(outcome.sentence) : outcome.phase === 'kept' ? ui('offline') : ui('broken'));
    }
  };
  return (
    <Dialog
      title={certificate ? t('erasure.certificate') : t('erasure.title', { code })}
      onClose={onClose}
      foot={certificate ? (
        <>
          <Button look="main" icon={<Printer size={20} aria-hidden />} onClick={() => window.print()}>{t('erasure.print')}</Button>
          <Button look="quiet" onClick={onClose}>{ui('close')}</Button>
        </>
      ) : (
        <>
          <Button look="stop" onClick={() => void erase()}>{t('erasure.yes')}</Button>
          <Button look="quiet" onClick={onClose}>{ui('cancel')}</Button>
        </>
      )}
    >
      {certificate ? <Proof householdId={householdId} certificate={certificate} /> : (
        <>
          <p>{t('erasure.what')}</p>
          <div role="alert">{problem && <Alert tone="late" icon={<CircleAlert />} title={problem} />}</div>
          <ChoiceField label={t('erasure.reason')} value={reason} onChange={setReason} error={tried && !reason ? t('erasure.choose') : undefined} options={REASONS.map((value) => ({ value, label: term('erase', value) }))} />
          <TextField label={t('erasure.type', { code })} value={typed} onChange={setTyped} error={tried && !right ? t('erasure.wrong', { code }) : undefined} />
        </>
      )}
    </Dialog>
  );
};
