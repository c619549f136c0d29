import { useEffect, useRef, useState } from 'react';
import { Check, CircleAlert, CircleCheck, HelpCircle, Hourglass, Lock, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Alert, Button, buttonClass, useFormat, useToast } from '@perspectief/ui';
import { DeedButton } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import { useCommand } from '../../data/data-provider';
import type { NameOf } from '../../data/people';
import { usePerson } from '../../session/session-provider';
import { standOf, type DecisionRecord, type Stand } from './request';
import { Shortcuts, useShortcuts, type Deed } from './shortcuts';
import css from './desk.module.css';

interface Props {
  readonly record: DecisionRecord;
  readonly nameOf: NameOf;
  /** The request that waits after this one. */
  readonly next: string | undefined;
}

/** Asks once more before money is promised: it cannot be taken back. */
const Sure = ({ record, onDone, onStop }: { readonly record: DecisionRecord; readonly onDone: () => void; readonly onStop: () => void }) => {
  const { t } = useTranslation('desk');
  const { t: ui } = useTranslation('ui');
  const { money, says } = useFormat();
  const tell = useToast();
  const sendCommand = useCommand();
  const [commandId] = useState(() => crypto.randomUUID());
  const [phase, setPhase] = useState<'asking' | 'sending'>('asking');
  const [problem, setProblem] = useState<string>();
  const yes = useRef<HTMLDivElement>(null);
  useEffect(() => yes.current?.querySelector('button')?.focus(), []);
  const { request: { budgetId, requestId, amount, waitingFor }, impact } = record;
  const approve = async () => {
    setPhase('sending');
    const outcome = await sendCommand('approveSpending', { budgetId, requestId }, { commandId });
    setPhase('asking');
    if (outcome.phase === 'refused') setProblem(says(outcome.sentence));
    else if (outcome.phase === 'failed') setProblem(ui('broken'));
    else {
      tell({ sentence: outcome.phase === 'kept' ? ui('offline') : waitingFor > 1 ? t('decide.oneMore') : t('decide.approved', { amount: money(amount), left: money(impact?.availableAfter ?? '0') }) });
      onDone();
    }
  };
  return (
    <div className={css.sure} ref={yes} role="group" aria-label={t('decide.sure', { amount: money(amount) })}>
      <p><strong>{t('decide.sure', { amount: money(amount) })}</strong> <span className="soft">{waitingFor > 1 ? t('decide.thenOneMore') : impact && t('decide.then', { left: money(impact.availableAfter) })}</span></p>
      {problem && <p role="alert" className={css.problem}><CircleAlert size={18} aria-hidden /> {problem}</p>}
      <div className="row">
        <Button look="main" icon={<Check size={20} aria-hidden />} aria-disabled={phase === 'sending'} onClick={() => phase === 'asking' && void approve()}>{t('decide.yes')}</Button>
        <Button look="quiet" onClick={onStop}>{ui('cancel')}</Button>
      </div>
    </div>
  );
};

const Deciding = ({ record }: Pick<Props, 'record'>) => {
  const { t } = useTranslation('desk');
  const { money } = useFormat();
  const offer = useOffer();
  const [sure, setSure] = useState(false);
  const { request: { budgetId, requestId, amount }, reasons: { purpose } } = record;
  const about = `${money(amount)} ${purpose}`;
  const given = { budgetId, requestId };
  const [question, refuse] = [offer('returnSpending', given, { about }), offer('rejectSpending', given, { about })];
  const deeds: Readonly<Record<Deed, () => void>> = { approve: () => setSure(true), question: () => question?.open(), refuse: () => refuse?.open() };
  const shortcuts = useShortcuts(deeds);
  if (sure) return <div className={css.decide} data-screen-only><Sure record={record} onDone={() => setSure(false)} onStop={() => setSure(false)} /></div>;
  return (
    <div className={css.decide} data-screen-only>
      <div className={css.deeds} role="group" aria-label={t('decide.label')}>
        <Button look="main" icon={<Check size={20} aria-hidden />} onClick={deeds.approve}>{t('decide.approve')}</Button>
        <DeedButton icon={<HelpCircle size={20} aria-hidden />} deed={question}>{t('decide.question')}</DeedButton>
        <DeedButton icon={<X size={20} aria-hidden />} deed={refuse}>{t('decide.refuse')}</DeedButton>
      </div>
      <Shortcuts {...shortcuts} />
    </div>
  );
};

/** What this reader can do with the request now, or why not; the focus stays with it when that changes. */
export const Decide = (props: Props) => {
  const stand = standOf(props.record.request, usePerson().id);
  const here = useRef<HTMLDivElement>(null);
  const before = useRef(stand);
  useEffect(() => {
    if (before.current !== stand) here.current?.focus();
    before.current = stand;
  }, [stand]);
  return <div ref={here} tabIndex={-1}><Standing {...props} stand={stand} /></div>;
};

const Standing = ({ record, nameOf, next, stand }: Props & { readonly stand: Stand }) => {
  const { t } = useTranslation('desk');
  const { day, money } = useFormat();
  const { request, impact } = record;
  const onward = next && <Link className={buttonClass()} to={next}>{t('decide.next')}</Link>;
  switch (stand) {
    case 'may-decide':
      return <Deciding record={record} />;
    case 'own':
      return <Alert tone="wait" icon={<Lock />} title={t('stand.own')} actions={onward}><p>{t('stand.ownWhy')}</p></Alert>;
    case 'approved-by-me':
      return <Alert tone="busy" icon={<Hourglass />} title={t('stand.approvedByMe')} actions={onward}><p>{t('stand.approvedByMeWhy', { count: request.waitingFor })}</p></Alert>;
    case 'returned':
      return <Alert tone="wait" icon={<HelpCircle />} title={t('stand.returned')} actions={onward}><p>{t('stand.returnedWhy')}</p></Alert>;
    case 'decided':
      return (
        <Alert tone="busy" icon={<CircleCheck />} title={t(`stand.${request.state}`, { day: request.decidedOn ? day(request.decidedOn) : '', who: request.decidedBy.map(nameOf).join(t('and')) })} actions={onward}>
          {request.state === 'approved' && impact && <p>{t('stand.left', { left: money(impact.availableAfter) })}</p>}
        </Alert>
      );
  }
};
