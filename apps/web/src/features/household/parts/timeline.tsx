import { useMemo, useState } from 'react';
import { CalendarClock, Flag, HeartHandshake, MessageCircle, OctagonAlert, Scale, Sprout, Wallet, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Card, Empty, Loading, Problem, useFormat } from '@perspectief/ui';
import { LAWS } from '../../../commands/fields';
import { usePeople } from '../../../data/people';
import { useTerm } from '../../../terms/use-term';
import { useHouseholdPage } from '../page-context';
import { useTimeline, type TimelineEvent } from '../use-timeline';
import { EventDetails } from './event-details';
import css from './part.module.css';

const TRACKS: Readonly<Record<string, readonly [LucideIcon, string | undefined]>> = {
  intake: [CalendarClock, undefined], story: [MessageCircle, css.dotContact], plan: [Flag, css.dotPlan], debts: [Wallet, css.dotMoney], tandem: [HeartHandshake, css.dotContact],
  'crisis-freeze': [OctagonAlert, css.dotCrisis], 'debt-buy-out': [Scale, css.dotMoney], aftercare: [Sprout, css.dotPlan], learning: [MessageCircle, undefined],
};

const Event = ({ event, onOpen }: { readonly event: TimelineEvent; readonly onOpen: () => void }) => {
  const { t } = useTranslation('household');
  const { civil, says, moment } = useFormat();
  const term = useTerm();
  const { nameOf } = useHouseholdPage();
  const [Icon, tone] = TRACKS[event.track] ?? [CalendarClock, undefined];
  return (
    <li className={css.event}>
      <span className={`${css.dot} ${tone ?? ''}`} aria-hidden><Icon size={18} /></span>
      <button type="button" className={css.eventButton} onClick={onOpen} title={t('timeline.recorded', { when: moment(event.recordedAt) })}>
        <span className={`${css.meta} dots`}>
          <span>{civil(event.happenedOn)}</span>
          <span>{term('track', event.track)}</span>
          <span>{nameOf(event.actor.id)}</span>
        </span>
        <span style={{ display: 'block', fontWeight: 600 }}>{says(event.sentence)}</span>
        {event.note && <span className={css.noteShort}>{event.note}</span>}
        {event.late && <span className={css.meta} style={{ display: 'block' }}>{t('timeline.late', { when: moment(event.recordedAt) })}</span>}
        {event.corrected && <span className={css.meta} style={{ display: 'block' }}>{t('timeline.corrected', { day: civil(event.corrected.firstSaidOn) })}</span>}
      </button>
    </li>
  );
};

/** How much of a long story stands there at first. */
const FIRST = 40;

const monthOf = (day: string): string => day.slice(0, 7);

/** The story as it was recorded, newest first, with filters; nobody types it twice. */
export const Timeline = () => {
  const { t } = useTranslation('household');
  const { language } = useFormat();
  const term = useTerm();
  const { trajectory, choices, asOf, knownAt } = useHouseholdPage();
  const [track, setTrack] = useState('');
  const [law, setLaw] = useState('');
  const [person, setPerson] = useState('');
  const [opened, setOpened] = useState<TimelineEvent>();
  const { events, failed, askAgain } = useTimeline(
    { trajectoryId: trajectory.id, tracks: track ? [track] : null, domains: law ? [law] : null, person: person || null, asOf: asOf ?? null, knownAt: knownAt ?? null },
    Boolean(asOf ?? knownAt),
  );
  usePeople(events?.map(({ actor }) => actor.id) ?? []);
  const [most, setMost] = useState(FIRST);
  const shown = useMemo(() => events?.slice(0, most), [events, most]);
  const months = useMemo(() => [...new Set((shown ?? []).map(({ happenedOn }) => monthOf(happenedOn)))], [shown]);
  const monthName = (month: string) => new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`));
  return (
    <Card title={t('timeline.title')}>
      <div className={css.filters} data-screen-only>
        <select aria-label={t('timeline.track')} value={track} onChange={(event) => setTrack(event.target.value)}>
          <option value="">{t('timeline.allTracks')}</option>
          {Object.keys(TRACKS).map((one) => <option key={one} value={one}>{term('track', one)}</option>)}
        </select>
        <select aria-label={t('timeline.law')} value={law} onChange={(event) => setLaw(event.target.value)}>
          <option value="">{t('timeline.allLaws')}</option>
          {LAWS.map((one) => <option key={one} value={one}>{term('law', one)}</option>)}
        </select>
        <select aria-label={t('timeline.person')} value={person} onChange={(event) => setPerson(event.target.value)}>
          <option value="">{t('timeline.everybody')}</option>
          {(choices.people ?? []).map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
        </select>
      </div>
      {!events ? (failed ? <Problem onAgain={askAgain} /> : <Loading rows={4} />) : events.length === 0 ? <Empty title={t('timeline.none')} /> : (
        months.map((month) => (
          <section key={month} aria-label={monthName(month)}>
            <h3 className={css.month}>{monthName(month)}</h3>
            <ol className={css.timeline}>
              {(shown ?? []).filter(({ happenedOn }) => monthOf(happenedOn) === month).map((event) => <Event key={event.eventId} event={event} onOpen={() => setOpened(event)} />)}
            </ol>
          </section>
        ))
      )}
      {events && events.length > most && <Button onClick={() => setMost(events.length)}>{t('timeline.rest', { count: events.length - most })}</Button>}
      {opened && <EventDetails event={opened} onClose={() => setOpened(undefined)} />}
    </Card>
  );
};
