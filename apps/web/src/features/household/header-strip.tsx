import { useEffect } from 'react';
import { CircleAlert, NotebookPen, OctagonAlert, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Alert, Badge, buttonClass, centsOf, Menu, useFormat } from '@perspectief/ui';
import { DeedButton } from '../../commands/deeds';
import { useTerm } from '../../terms/use-term';
import { AsOfBar } from './as-of-bar';
import { firstNames } from './first-names';
import { firstThing } from './first-thing';
import type { PageContext } from './page-context';
import { usePlacedCommands } from './placed-commands';
import css from './household.module.css';

const Members = ({ household }: Pick<PageContext, 'household'>) => {
  const { t } = useTranslation('household');
  const present = (household?.members ?? []).filter(({ present: here }) => here);
  const names = firstNames(household?.name, present.map(({ name }) => name));
  return (
    <ul className={css.members}>
      {present.map(({ memberId, age }, index) => (
        <li key={memberId}><strong>{names[index]}</strong> {age !== null && <span>{t('age', { count: age })}</span>}</li>
      ))}
    </ul>
  );
};

const Pair = ({ context: { trajectory, nameOf } }: { readonly context: PageContext }) => {
  const { t } = useTranslation('household');
  const together = ['running', 'paused', 'proposed'].includes(trajectory.tandem.phase);
  return (
    <dl className={css.pair}>
      <div><dt>{t('coach')}</dt><dd>{nameOf(trajectory.coachId) || t('nobody')}</dd></div>
      {together && <div><dt>{t('expert')}</dt><dd>{nameOf(trajectory.tandem.expertId)}</dd></div>}
    </dl>
  );
};

/** From here on the days of a freeze are counted. */
const SOON_DAYS = 31;

/** Outcomes of a trajectory that was stopped; the others are how an aftercare ended. */
const STOPPED: ReadonlySet<string> = new Set(['moved', 'withdrew', 'no-contact', 'deceased', 'unsuitable', 'other']);

const Facts = ({ context: { trajectory, spend } }: { readonly context: PageContext }) => {
  const { t } = useTranslation('household');
  const { money, day } = useFormat();
  const term = useTerm();
  const pots = spend?.pots ?? [];
  const [pot] = pots.length === 1 ? pots : [];
  const running = trajectory.freezes.filter(({ state }) => ['running', 'interim', 'requested'].includes(state));
  return (
    <div className={css.facts}>
      <Badge tone={trajectory.status === 'closed' ? 'plain' : 'busy'}>{[term('status', trajectory.status), trajectory.outcome && term(STOPPED.has(trajectory.outcome) ? 'stop' : 'ending', trajectory.outcome)].filter(Boolean).join(': ')}</Badge>
      {running.map(({ freezeId, instrument, state, until, daysLeft }) => (
        <Badge key={freezeId} tone={state === 'requested' ? 'planned' : 'wait'} icon={<ShieldCheck size={15} aria-hidden />}>
          {state === 'requested' ? t('freezeAsked', { what: term('instrumentShort', instrument) })
            : until ? t(daysLeft !== null && daysLeft <= SOON_DAYS ? 'freezeUntil' : 'freezeTo', { what: term('instrumentShort', instrument), day: day(until), count: daysLeft ?? 0 }) : term('instrumentShort', instrument)}
        </Badge>
      ))}
      {pot && <Badge>{t('moneyLeft', { left: money(pot.left), ceiling: money(pot.ceiling) })}</Badge>}
      {pots.length > 1 && <Badge>{t('moneyLeftIn', { left: money(pots.reduce((sum, { left }) => sum + centsOf(left), 0)), count: pots.length })}</Badge>}
    </div>
  );
};

/** Alt+N writes a note, wherever on the page one is. */
const useNoteKey = (write: (() => void) | undefined): void => {
  useEffect(() => {
    if (!write) return;
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.code !== 'KeyN' || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      write();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [write]);
};

/** Who they are, what they want, what comes first: always in sight above every part of the page. */
export const HeaderStrip = ({ context }: { readonly context: PageContext }) => {
  const { t } = useTranslation('household');
  const { relative, day } = useFormat();
  const term = useTerm();
  const { trajectory, household, readOnly, offer } = context;
  const groups = usePlacedCommands(context);
  const goal = trajectory.plan.goals.find(({ phase }) => phase === 'open');
  const first = firstThing(trajectory);
  const canAct = !readOnly && trajectory.status !== 'closed';
  const note = canAct ? offer('logContact') : undefined;
  useNoteKey(note?.open);
  return (
    <header className={css.strip}>
      <div className={css.who}>
        <div>
          <p className="soft dots"><span>{t('title')}</span><span>{term('area', trajectory.area)}</span></p>
          <h1>{household?.erased ? t('erased') : (household?.name ?? t('title'))}</h1>
          <Members household={household} />
        </div>
        <Pair context={context} />
      </div>
      <Facts context={context} />
      {goal && (
        <div className={css.goal}>
          <p className="soft small">{t('theyWant')}</p>
          <p>{goal.wish}</p>
        </div>
      )}
      {canAct && (
        <div className={css.acts} data-screen-only>
          <DeedButton look="main" icon={<NotebookPen size={20} aria-hidden />} aria-keyshortcuts="Alt+N" deed={note}>{t('quickNote')}</DeedButton>
          {offer('reportThreat') && <Link className={buttonClass({ look: 'stop' })} to={`/huishouden/${trajectory.id}/noodstop`}><OctagonAlert size={20} aria-hidden /> {t('stopButton')}</Link>}
          <Menu label={t('doSomething')} groups={groups} side="start" />
          <AsOfBar />
        </div>
      )}
      {!canAct && <div className={css.acts} data-screen-only><AsOfBar /></div>}
      {first?.kind === 'threat' && (
        <Alert tone="late" icon={<TriangleAlert />} title={t('first.threat', { what: term('threat', first.threat.threat).toLowerCase() })}
          actions={<DeedButton look="main" deed={offer('closeThreat', { threatId: first.threat.threatId })}>{t('first.over')}</DeedButton>}>
          <p>{t('first.threatOn', { day: day(first.threat.threatensOn), when: relative(first.threat.threatensOn, trajectory.day) })}</p>
        </Alert>
      )}
      {first?.kind === 'clock' && (
        <Alert tone={first.late ? 'late' : 'wait'} icon={<CircleAlert />} title={t('first.clock', { what: term('rule', first.clock.rule).toLowerCase() })}
          actions={<Link className={buttonClass()} to={`/huishouden/${trajectory.id}/termijnen`}>{t('first.why')}</Link>}>
          <p>{t(first.late ? 'first.was' : 'first.is', { day: day(first.clock.due), when: relative(first.clock.due, trajectory.day) })}</p>
        </Alert>
      )}
    </header>
  );
};
