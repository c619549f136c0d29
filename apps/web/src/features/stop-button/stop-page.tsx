import { useState } from 'react';
import { ArrowLeft, CircleAlert, CircleCheck, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { addDays, Alert, Button, buttonClass, Card, ChecksField, ChoiceField, DayField, dayFrom, Problem, todayHere, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { INSTRUMENTS, THREATS } from '../../commands/definitions/crisis';
import { NoAnswer } from '../../data/no-answer';
import { useTerm } from '../../terms/use-term';
import type { Trajectory } from '../household/page-context';
import { useHousehold } from '../household/use-household';
import { suggestedInstrument } from './suggest';
import { useStop, type Stop } from './use-stop';
import css from './stop.module.css';

const SOON = [0, 7, 14] as const;
const today = { asOf: undefined, knownAt: undefined };

const Done = ({ trajectory, stop }: { readonly trajectory: Trajectory; readonly stop: Extract<Stop, { readonly phase: 'done' }> }) => {
  const { t } = useTranslation('stop-button');
  const { weekday } = useFormat();
  const clock = trajectory.clocks.find(({ threat }) => threat === stop.threatId);
  return (
    <Card>
      <div className="stack">
        <Alert tone="busy" icon={<CircleCheck />} title={stop.kept ? t('done.kept') : t('done.title')}>
          <p>{clock && clock.metOn === null ? t('done.clock', { day: weekday(clock.due) }) : t('done.talk')}</p>
        </Alert>
        <div className="row">
          {!stop.kept && <Link className={buttonClass({ look: 'main' })} to={`/huishouden/${trajectory.id}/bericht/${stop.freezeId}`}><Printer size={20} aria-hidden /> {t('done.notice')}</Link>}
          <Link className={buttonClass()} to={`/huishouden/${trajectory.id}/schulden`}>{t('done.back')}</Link>
        </div>
      </div>
    </Card>
  );
};

const StopForm = ({ trajectory }: { readonly trajectory: Trajectory }) => {
  const { t } = useTranslation('stop-button');
  const { says, shortWeekday, money } = useFormat();
  const term = useTerm();
  const debts = trajectory.debts.filter(({ settlement }) => settlement.phase === 'open');
  const [threat, setThreat] = useState('');
  const [on, setOn] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(() => debts.map(({ debtId }) => debtId));
  const [instrument, setInstrument] = useState('');
  const [pressed, setPressed] = useState(false);
  const { stop, press } = useStop(trajectory.id);
  if (stop.phase === 'done') return <Done trajectory={trajectory} stop={stop} />;
  const means = instrument || suggestedInstrument(threat);
  const submit = () => {
    setPressed(true);
    if (threat && dayFrom(on)) void press({ threat, threatensOn: on, debts: chosen, instrument: means });
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Card>
        <ChoiceField label={t('threat')} value={threat} onChange={setThreat} options={THREATS.map((value) => ({ value, label: term('threat', value) }))} error={pressed && !threat ? t('chooseThreat') : undefined} />
      </Card>
      <Card>
        <div className="stack-tight">
          <DayField label={t('when')} min={todayHere()} value={on} onChange={setOn} error={pressed && !dayFrom(on) ? t('chooseDay') : undefined} />
          <div className="row" role="group" aria-label={t('quick')}>
            {SOON.map((days) => {
              const day = addDays(todayHere(), days);
              return <Button key={days} small aria-pressed={on === day} look={on === day ? 'main' : 'other'} onClick={() => setOn(day)}>{days === 0 ? t('today') : t('inDays', { count: days, day: shortWeekday(day) })}</Button>;
            })}
          </div>
        </div>
      </Card>
      {debts.length > 0 && (
        <Card>
          <ChecksField label={t('debts')} hint={t('debtsHint')} optional value={chosen} onChange={setChosen} options={debts.map(({ debtId, creditor, claim }) => ({ value: debtId, label: creditor, note: money(claim) }))} />
        </Card>
      )}
      {threat && (
        <Card>
          <ChoiceField label={t('instrument')} hint={t('instrumentHint')} value={means} onChange={setInstrument} options={INSTRUMENTS.map((value) => ({ value, label: term('instrument', value), note: value === suggestedInstrument(threat) ? t('fits') : undefined }))} />
        </Card>
      )}
      <div role="alert">
        {stop.phase === 'refused' && <Alert tone="late" icon={<CircleAlert />} title={stop.reported ? t('reportedNotAsked') : t('notReported')}><p>{says(stop.sentence)}</p></Alert>}
        {stop.phase === 'failed' && <Problem />}
      </div>
      <div className={css.foot}>
        <Button look="stop" type="submit" wide aria-disabled={stop.phase === 'sending'}>{stop.phase === 'sending' ? t('sending') : t('press')}</Button>
      </div>
    </form>
  );
};

/** Something threatens now: what, which day, which debts, which instrument; the freeze is asked for and the three days run. */
export const StopPage = () => {
  const { t } = useTranslation('stop-button');
  const { trajectoryId = '' } = useParams();
  const { page, trajectory, household } = useHousehold(trajectoryId, today);
  useTitle(t('title'));
  return (
    <div className={`stack ${css.page}`}>
      <Link to={`/huishouden/${trajectoryId}`} className={css.back}><ArrowLeft size={18} aria-hidden /> {household?.name ?? t('back')}</Link>
      <div>
        <h1>{t('title')}</h1>
        <p className="soft">{t('intro')}</p>
      </div>
      {trajectory ? <StopForm trajectory={trajectory} /> : <NoAnswer page={page} rows={3} />}
    </div>
  );
};
