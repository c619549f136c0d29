import { useTranslation } from 'react-i18next';
import { Badge, Card, Empty, useFormat } from '@perspectief/ui';
import type { FormName } from '../../../commands/catalogue';
import { DeedButton, DeedMenu } from '../../../commands/deeds';
import { useTerm } from '../../../terms/use-term';
import { useHouseholdPage, type Trajectory } from '../page-context';
import { ClockBadge } from './clock-badge';
import css from './part.module.css';

type ClockOf = Trajectory['clocks'][number];
type Application = Trajectory['applications'][number];

const ClockRow = ({ clock }: { readonly clock: ClockOf }) => {
  const { t } = useTranslation('household');
  const { says, day } = useFormat();
  const term = useTerm();
  const { trajectory } = useHouseholdPage();
  const creditor = trajectory.debts.find(({ debtId }) => debtId === clock.debt)?.creditor;
  return (
    <li className={css.clock}>
      <div className={css.item}>
        <div>
          <strong>{term('rule', clock.rule)}{creditor && `: ${creditor}`}</strong>
          <div className={`${css.meta} dots`}><span>{t('terms.due', { day: day(clock.due) })}</span><span>{t('terms.duty', { who: term('duty', clock.duty) })}</span>{clock.provisional && <span>{t('terms.provisional')}</span>}</div>
        </div>
        <ClockBadge clock={clock} day={trajectory.day} />
      </div>
      <p>{says(clock.explanation)}</p>
      <details>
        <summary>{t('terms.how')}</summary>
        <dl className={css.facts}>
          <div><dt>{t('terms.rule')}</dt><dd>{clock.article}</dd></div>
          <div><dt>{t('terms.started')}</dt><dd>{day(clock.startedOn)}</dd></div>
          <div><dt>{t('terms.base')}</dt><dd>{day(clock.baseDue)}</dd></div>
          {clock.suspendedDays > 0 && <div><dt>{t('terms.stood')}</dt><dd>{t('terms.days', { count: clock.suspendedDays })}</dd></div>}
          {clock.extendedTo && <div><dt>{t('terms.extended')}</dt><dd>{day(clock.extendedTo)}</dd></div>}
          <div><dt>{t('terms.target')}</dt><dd>{day(clock.workTarget)}</dd></div>
          <div><dt>{t('terms.version')}</dt><dd>{clock.parameterVersion}</dd></div>
          <div><dt>{t('terms.confidence')}</dt><dd>{term('confidence', clock.confidence)}</dd></div>
        </dl>
      </details>
    </li>
  );
};

const commandsFor = ({ suspensions, law, investigation }: Application): readonly FormName[] => [
  'decideApplication',
  suspensions.some(({ until }) => until === null) ? 'resumeClock' : 'suspendClock',
  'extendTerm',
  ...(law === 'wmo' && investigation.phase === 'running' ? (['completeInvestigation'] as const) : []),
  ...(law === 'participatiewet' ? (['recordAdvance'] as const) : []),
];

const ApplicationRow = ({ application }: { readonly application: Application }) => {
  const { t } = useTranslation('household');
  const { day, money } = useFormat();
  const term = useTerm();
  const { offer } = useHouseholdPage();
  const name = term('applicationKind', application.kind);
  const ids = { applicationId: application.applicationId };
  return (
    <li className={css.item}>
      <div>
        <strong>{name}</strong>
        <div className={`${css.meta} dots`}>
          <span>{term('law', application.law)}</span>
          <span>{t('applications.received', { day: day(application.receivedOn) })}</span>
          {application.advances.map(({ amount, paidOn }) => <span key={paidOn}>{t('applications.advance', { amount: amount ? money(amount) : '', day: day(paidOn) })}</span>)}
        </div>
      </div>
      {application.phase === 'decided' ? (
        <Badge tone={application.outcome === 'refused' ? 'wait' : 'done'}>{t('applications.decided', { what: term('decision', application.outcome), day: application.decidedOn ? day(application.decidedOn) : '' })}</Badge>
      ) : <DeedMenu small label={t('applications.act')} describe={t('applications.actOn', { what: name })} deeds={commandsFor(application).map((one) => offer(one, ids, { about: name }))} />}
    </li>
  );
};

/** Every term with its rule: why this day, what stood still, who has to act. */
export const Terms = () => {
  const { t } = useTranslation('household');
  const { trajectory, offer } = useHouseholdPage();
  const clocks = [...trajectory.clocks].sort((one, other) => one.due.localeCompare(other.due));
  const running = clocks.filter((clock) => clock.running);
  const over = clocks.filter((clock) => !clock.running);
  const row = (clock: ClockOf) => <ClockRow key={`${clock.rule}${clock.application ?? clock.threat ?? clock.debt ?? clock.freeze ?? ''}${clock.startedOn}`} clock={clock} />;
  return (
    <>
      <Card title={t('terms.title')} intro={t('terms.intro')}>
        {running.length === 0 ? <Empty title={t('terms.none')} /> : <ul className={css.list}>{running.map(row)}</ul>}
        {over.length > 0 && (
          <details className={css.over}>
            <summary>{t('terms.over', { count: over.length })}</summary>
            <ul className={css.list}>{over.map(row)}</ul>
          </details>
        )}
      </Card>
      <Card title={t('applications.title')} actions={<DeedButton deed={offer('receiveApplication')} />}>
        {trajectory.applications.length === 0 ? <Empty title={t('applications.none')} /> : (
          <ul className={css.list}>{trajectory.applications.map((one) => <ApplicationRow key={one.applicationId} application={one} />)}</ul>
        )}
      </Card>
    </>
  );
};
