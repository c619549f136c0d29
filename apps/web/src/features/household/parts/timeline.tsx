import { useMemo, useState } from 'react';
import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Card, Empty, Loading, Problem, useFormat } from '@perspectief/ui';
import { usePeople } from '../../../data/people';
import { useHouseholdPage } from '../page-context';
import { useTimeline, type TimelineEvent } from '../use-timeline';
import { EventDetails } from './event-details';
import { together, TimelineGroup } from './timeline-event';
import { NO_FILTERS, TimelineFilters } from './timeline-filters';
import css from './part.module.css';

/** How much of a long story stands there at first. */
const FIRST = 40;

const monthOf = (day: string): string => day.slice(0, 7);

/** The story as it was recorded, newest first, with filters; nobody types it twice. */
export const Timeline = () => {
  const { t } = useTranslation('household');
  const { language } = useFormat();
  const { trajectory, asOf, knownAt } = useHouseholdPage();
  const [filters, setFilters] = useState(NO_FILTERS);
  const [filtering, setFiltering] = useState(false);
  const [opened, setOpened] = useState<TimelineEvent>();
  const { track, law, person } = filters;
  const { events, failed, askAgain } = useTimeline(
    { trajectoryId: trajectory.id, tracks: track ? [track] : null, domains: law ? [law] : null, person: person || null, asOf: asOf ?? null, knownAt: knownAt ?? null },
    Boolean(asOf ?? knownAt),
  );
  usePeople(events?.map(({ actor }) => actor.id) ?? []);
  const [most, setMost] = useState(FIRST);
  const groups = useMemo(() => together(events?.slice(0, most) ?? []), [events, most]);
  const months = useMemo(() => [...new Set(groups.map(([first]) => monthOf(first?.happenedOn ?? '')))], [groups]);
  const monthName = (month: string) => new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`));
  return (
    <Card title={t('timeline.title')} actions={
      <Button look="quiet" small icon={<ListFilter size={18} aria-hidden />} aria-expanded={filtering} data-screen-only
        onClick={() => { setFiltering(!filtering); setFilters(NO_FILTERS); }}>{t(filtering ? 'timeline.unfilter' : 'timeline.filter')}</Button>
    }>
      {filtering && <TimelineFilters filters={filters} onChange={setFilters} />}
      {!events ? (failed ? <Problem onAgain={askAgain} /> : <Loading rows={4} />) : events.length === 0 ? <Empty title={t('timeline.none')} /> : (
        months.map((month) => (
          <section key={month} aria-label={monthName(month)}>
            <h3 className={css.month}>{monthName(month)}</h3>
            <ol className={css.timeline}>
              {groups.filter(([first]) => monthOf(first?.happenedOn ?? '') === month).map((group) => <TimelineGroup key={group[0]?.eventId} events={group} onOpen={setOpened} />)}
            </ol>
          </section>
        ))
      )}
      {events && events.length > most && <Button onClick={() => setMost(events.length)}>{t('timeline.rest', { count: events.length - most })}</Button>}
      {opened && <EventDetails event={opened} onClose={() => setOpened(undefined)} />}
    </Card>
  );
};
