import { CalendarClock, Flag, HeartHandshake, MessageCircle, OctagonAlert, Scale, Sprout, Wallet, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@perspectief/ui';
import { useTerm } from '../../../terms/use-term';
import { useHouseholdPage } from '../page-context';
import type { TimelineEvent } from '../use-timeline';
import css from './part.module.css';

export const TRACKS: Readonly<Record<string, readonly [LucideIcon, string | undefined]>> = {
  intake: [CalendarClock, undefined], story: [MessageCircle, css.dotContact], plan: [Flag, css.dotPlan], debts: [Wallet, css.dotMoney], tandem: [HeartHandshake, css.dotContact],
  'crisis-freeze': [OctagonAlert, css.dotCrisis], 'debt-buy-out': [Scale, css.dotMoney], aftercare: [Sprout, css.dotPlan], learning: [MessageCircle, undefined],
};

/** One after the other on one day, by one person, about one thing: said once. */
export const together = (events: readonly TimelineEvent[]): readonly (readonly TimelineEvent[])[] => {
  const groups: TimelineEvent[][] = [];
  const about = ({ happenedOn, track, actor }: TimelineEvent): string => [happenedOn.slice(0, 10), track, actor.id].join(' ');
  for (const event of events) {
    const last = groups.at(-1);
    if (last?.[0] && about(last[0]) === about(event)) last.push(event);
    else groups.push([event]);
  }
  return groups;
};

const Told = ({ event, onOpen }: { readonly event: TimelineEvent; readonly onOpen: () => void }) => {
  const { t } = useTranslation('household');
  const { civil, says, moment } = useFormat();
  return (
    <button type="button" className={css.eventButton} onClick={onOpen} title={t('timeline.recorded', { when: moment(event.recordedAt) })}>
      <span className={css.told} data-told>{says(event.sentence)}</span>
      {event.note && <span className={css.noteShort}>{event.note}</span>}
      {event.late && <span className={css.aside}>{t('timeline.late', { when: moment(event.recordedAt) })}</span>}
      {event.corrected && <span className={css.aside}>{t('timeline.corrected', { day: civil(event.corrected.firstSaidOn) })}</span>}
    </button>
  );
};

/** What happened together, each of it to be opened. */
export const TimelineGroup = ({ events, onOpen }: { readonly events: readonly TimelineEvent[]; readonly onOpen: (event: TimelineEvent) => void }) => {
  const { civil, day } = useFormat();
  const term = useTerm();
  const { nameOf } = useHouseholdPage();
  const [first] = events;
  if (!first) return null;
  const [Icon, tone] = TRACKS[first.track] ?? [CalendarClock, undefined];
  return (
    <li className={css.event}>
      <span className={`${css.dot} ${tone ?? ''}`} aria-hidden><Icon size={18} /></span>
      <div>
        <p className={`${css.meta} dots`}>
          <span>{events.length === 1 ? civil(first.happenedOn) : day(first.happenedOn.slice(0, 10))}</span>
          <span>{term('track', first.track)}</span>
          <span>{nameOf(first.actor.id)}</span>
        </p>
        {events.map((event) => <Told key={event.eventId} event={event} onOpen={() => onOpen(event)} />)}
      </div>
    </li>
  );
};
