import type { CSSProperties } from 'react';
import { Check, CircleDashed, CirclePause, Play, X, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card, useFormat } from '@perspectief/ui';
import { useTerm } from '../../../terms/use-term';
import { useHouseholdPage } from '../page-context';
import { placeIn, spanOf, stretchesOf, ticksIn, type Span, type Standing, type Stretch } from './stretches';
import css from './course.module.css';

const ICONS: Readonly<Record<Standing, LucideIcon>> = { done: Check, busy: Play, still: CirclePause, planned: CircleDashed, stopped: X };
const KINDS = { freeze: 'instrumentShort', 'buy-out': 'method' } as const;
const DAYS_OF_WEEK = 7;

const placed = (from: number, until: number): CSSProperties => ({ left: `${from}%`, width: `max(6px, ${until - from}%)` });

const Row = ({ stretch: { track, kind, from, until, standing }, span, today }: { readonly stretch: Stretch; readonly span: Span; readonly today: string }) => {
  const { t } = useTranslation('household');
  const { shortDay } = useFormat();
  const term = useTerm();
  const Icon = ICONS[standing];
  const name = kind && track in KINDS ? term(KINDS[track as keyof typeof KINDS], kind) : t(`course.tracks.${track}`);
  const [begin, now] = [placeIn(span, from), placeIn(span, today)];
  const end = until ? placeIn(span, until) : now;
  const ahead = until !== undefined && until > today && standing !== 'done';
  return (
    <li className={css.row} data-standing={standing}>
      <span className={css.name}>{name}</span>
      <span className={css.when}>
        <Icon size={15} aria-hidden /> {t(`course.standing.${standing}`)} · {until ? t('course.fromUntil', { from: shortDay(from), until: shortDay(until) }) : t('course.since', { from: shortDay(from) })}
      </span>
      <span className={css.lane} aria-hidden>
        {begin < now || !ahead ? <span className={css.bar} style={placed(begin, ahead ? now : end)} /> : null}
        {ahead && <span className={css.ahead} style={placed(Math.max(begin, now), end)} />}
      </span>
    </li>
  );
};

/** The trajectory on a calendar: what ran, what runs, what is to come. Real text; on a phone a plain list. */
export const Course = () => {
  const { t } = useTranslation('household');
  const { language, day } = useFormat();
  const { trajectory } = useHouseholdPage();
  const stretches = stretchesOf(trajectory);
  if (stretches.length < 2) return null;
  const today = trajectory.day;
  const last = trajectory.closedOn ?? today;
  const weeks = Math.floor((Date.parse(last) - Date.parse(trajectory.openedOn)) / 86_400_000 / DAYS_OF_WEEK) + 1;
  const span = spanOf(stretches, today);
  const ticks = ticksIn(span);
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC', ...(ticks.length > 1 && Date.parse(span.until) - Date.parse(span.from) > 366 * 86_400_000 ? { year: '2-digit' } : {}) });
  const closed = trajectory.status === 'closed';
  return (
    <Card title={t('course.title')} intro={t(closed ? 'course.lasted' : 'course.week', { count: weeks, from: day(trajectory.openedOn) })}>
      <div className={css.chart}>
        <div className={css.axis} aria-hidden>
          {ticks.map((tick) => <span key={tick} style={{ left: `${placeIn(span, tick)}%` }}>{month.format(new Date(`${tick}T12:00:00Z`))}</span>)}
        </div>
        {!closed && <div className={css.now} aria-hidden><span style={{ left: `${placeIn(span, today)}%` }}><b>{t('course.now')}</b></span></div>}
        <ul className={css.rows}>{stretches.map((stretch) => <Row key={stretch.key} stretch={stretch} span={span} today={last} />)}</ul>
      </div>
    </Card>
  );
};
