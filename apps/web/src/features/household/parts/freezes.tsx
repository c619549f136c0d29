import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge, buttonClass, Card, useFormat, type Tone } from '@perspectief/ui';
import type { FormName } from '../../../commands/catalogue';
import { DeedButton, DeedMenu } from '../../../commands/deeds';
import { useTerm } from '../../../terms/use-term';
import { useHouseholdPage, type Trajectory } from '../page-context';
import css from './part.module.css';

type Freeze = Trajectory['freezes'][number];
type Threat = Trajectory['threats'][number];
const TONES: Readonly<Record<string, Tone>> = { requested: 'planned', interim: 'wait', running: 'busy', denied: 'late', lifted: 'plain', expired: 'plain' };

const commandsFor = ({ state }: Freeze): readonly FormName[] => {
  if (state === 'requested' || state === 'interim') return [...(state === 'requested' ? (['recordInterimOrder'] as const) : []), 'grantFreeze', 'denyFreeze', 'recordCreditorResponse', 'reportBreach'];
  if (state === 'running') return ['recordCreditorResponse', 'confirmCurrentCostsPaid', 'reportBreach', 'extendFreeze', 'liftFreeze'];
  return state === 'denied' ? [] : ['reportToCourt'];
};

const FreezeRow = ({ freeze }: { readonly freeze: Freeze }) => {
  const { t } = useTranslation('household');
  const { day } = useFormat();
  const term = useTerm();
  const { trajectory, offer } = useHouseholdPage();
  const name = term('instrument', freeze.instrument);
  const creditorOf = (debtId: string): string => trajectory.debts.find((debt) => debt.debtId === debtId)?.creditor ?? t('freezes.aCreditor');
  return (
    <li>
      <div className={css.item}>
        <div>
          <strong>{name}</strong>
          <div className={`${css.meta} dots`}>
            {freeze.from && freeze.until && <span>{t('freezes.period', { from: day(freeze.from), until: day(freeze.until) })}</span>}
            {!freeze.from && <span>{t('freezes.asked', { day: day(freeze.requestedOn) })}</span>}
            {freeze.daysLeft !== null && <span>{t('freezes.left', { count: freeze.daysLeft })}</span>}
            {freeze.debts.length > 0 && <span>{t('freezes.debts', { count: freeze.debts.length })}</span>}
          </div>
        </div>
        <Badge tone={TONES[freeze.state] ?? 'plain'}>{term('freeze', freeze.state)}</Badge>
      </div>
      {(freeze.responses.length > 0 || freeze.breaches.length > 0 || freeze.conditions.length + freeze.grounds.length > 0) && (
        <ul className={css.meta}>
          {freeze.responses.map(({ debtId, response, on }) => <li key={debtId}>{t('freezes.response', { who: creditorOf(debtId), what: term('response', response).toLowerCase(), day: day(on) })}</li>)}
          {freeze.breaches.map(({ what, on }) => <li key={`${what}${on}`}>{t('freezes.breach', { what: term('breach', what), day: day(on) })}</li>)}
          {[...freeze.conditions, ...freeze.grounds].map((one) => <li key={one}>{term('condition', one)}</li>)}
        </ul>
      )}
      <div className={css.actions} data-screen-only>
        <DeedMenu small label={t('freezes.act')} describe={t('freezes.actOn', { what: name })} side="start" deeds={commandsFor(freeze).map((one) => offer(one, { freezeId: freeze.freezeId }, { about: name }))} />
        <Link className={buttonClass({ look: 'quiet', small: true })} to={`/huishouden/${trajectory.id}/bericht/${freeze.freezeId}`}><Printer size={18} aria-hidden /> {t('freezes.notice')}</Link>
      </div>
    </li>
  );
};

const ThreatRow = ({ threat }: { readonly threat: Threat }) => {
  const { t } = useTranslation('household');
  const { day } = useFormat();
  const term = useTerm();
  const { offer } = useHouseholdPage();
  const name = term('threat', threat.threat);
  const deeds = threat.phase === 'open' ? (['closeThreat', 'postponeThreat'] as const).map((one) => offer(one, { threatId: threat.threatId }, { about: name })) : [];
  return (
    <li className={css.item}>
      <div><strong>{name}</strong><div className={css.meta}>{t('freezes.threatens', { day: day(threat.threatensOn) })}</div></div>
      {deeds.every((deed) => !deed) ? <Badge tone={threat.phase === 'open' ? 'late' : threat.phase === 'averted' ? 'done' : 'plain'}>{term('threatPhase', threat.phase)}</Badge> : (
        <DeedMenu small label={t('freezes.act')} describe={t('freezes.actOn', { what: name })} deeds={deeds} />
      )}
    </li>
  );
};

const Safety = () => {
  const { t } = useTranslation('household');
  const { day } = useFormat();
  const { trajectory, offer } = useHouseholdPage();
  return trajectory.safetyTasks.map(({ taskId, kind, phase, dueOn, closedOn }) => (
    <li key={taskId} className={css.item}>
      <div><strong>{t('freezes.safety')}</strong><div className={css.meta}>{[kind, closedOn ? t('plan.doneOn', { day: day(closedOn) }) : t('promises.by', { day: day(dueOn) })].join(' · ')}</div></div>
      {phase === 'open' && <DeedButton small deed={offer('closeSafetyTask', { taskId })} />}
    </li>
  ));
};

/** What threatens, and the time that was won; nothing at all when nothing ever did. */
export const Freezes = () => {
  const { t } = useTranslation('household');
  const { trajectory: { freezes, threats, safetyTasks } } = useHouseholdPage();
  if (freezes.length + threats.length + safetyTasks.length === 0) return null;
  return (
    <Card title={t('freezes.title')}>
      <ul className={css.list}>
        {threats.toReversed().map((threat) => <ThreatRow key={threat.threatId} threat={threat} />)}
        <Safety />
        {freezes.toReversed().map((freeze) => <FreezeRow key={freeze.freezeId} freeze={freeze} />)}
      </ul>
    </Card>
  );
};
