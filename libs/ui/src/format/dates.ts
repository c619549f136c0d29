import { dateFormat } from './formatters';
import { localeOf } from './money';

const DAY = 86_400_000;
const AMSTERDAM = 'Europe/Amsterdam';

/** Today's date here, as the API writes it. */
export const todayHere = (): string => dateFormat('sv-SE', { timeZone: AMSTERDAM }).format(new Date());

const noon = (day: string): Date => new Date(`${day.slice(0, 10)}T12:00:00Z`);

export const addDays = (day: string, days: number): string => new Date(noon(day).getTime() + days * DAY).toISOString().slice(0, 10);

/** Whole days from the first to the second; below nought when the second lies before. */
export const daysBetween = (from: string, to: string): number => Math.round((noon(to).getTime() - noon(from).getTime()) / DAY);

const style = { long: { day: 'numeric', month: 'long' }, short: { day: 'numeric', month: 'short' } } as const;

/** "19 november", with the year unless it is this one; short: "19 nov". */
export const formatDay = (day: string, language: string, length: 'long' | 'short' = 'long', weekday = false): string =>
  dateFormat(localeOf(language), {
    ...style[length],
    ...(weekday ? { weekday: length } : {}),
    ...(day.slice(0, 4) === todayHere().slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(noon(day));

/** A moment of the world's time line, as the clock here shows it. */
export const formatMoment = (moment: string, language: string): string => {
  const at = new Date(moment);
  const day = dateFormat('sv-SE', { timeZone: AMSTERDAM }).format(at);
  return `${formatDay(day, language)}, ${formatTime(at, language)}`;
};

export const formatTime = (at: Date, language: string): string =>
  dateFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', timeZone: AMSTERDAM }).format(at);

/** The time in civil text such as "2024-01-31T10:30:00"; none for the start of a day. */
export const timeIn = (civil: string): string | undefined => {
  const time = civil.slice(11, 16);
  return time === '' || time === '00:00' ? undefined : time;
};
