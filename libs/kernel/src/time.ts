import { Temporal } from 'temporal-polyfill';
import { businessDate, dayNumber, type DayNumber } from './day-number.js';

/** Whole day in Europe/Amsterdam, `2024-01-12`. Compares as text. */
export type BusinessDate = string;
/** Civil time in Europe/Amsterdam, `2024-01-12T10:30:00`; a bare date is the start of that day. Compares as text. */
export type LocalDateTime = string;
/** Moment on the world's time line, `2024-01-12T09:30:00.000Z`. Compares as text. */
export type Instant = string;

export const ZONE = 'Europe/Amsterdam';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?)?$/;
const ON_A_CLOCK = /^.{10}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

/** The day as written, or undefined where the calendar has no such day (`2024-02-30`) or it lies outside 1900 to 2199. */
export const parseBusinessDate = (text: unknown): BusinessDate | undefined => {
  if (typeof text !== 'string' || !DAY.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  return year >= 1900 && year <= 2199 && businessDate(dayNumber(text)) === text ? text : undefined;
};

/** Reads a day, a local time, or a time with an offset; undefined for anything else. */
export const parseLocalDateTime = (text: unknown): LocalDateTime | undefined => {
  if (typeof text !== 'string' || !parseBusinessDate(text.slice(0, 10))) return undefined;
  if (ON_A_CLOCK.test(text)) return text.length === 16 ? `${text}:00` : text;
  if (LOCAL.test(text)) {
    const local = attempt(() => Temporal.PlainDateTime.from(text, { overflow: 'reject' }));
    return local?.toString({ smallestUnit: 'second' });
  }
  if (!WITH_OFFSET.test(text)) return undefined;
  const instant = attempt(() => Temporal.Instant.from(text));
  return instant && toLocal(instant.toString());
};

/** Reads a moment: with an offset as it is, a local time in Amsterdam, a bare day as its last millisecond. */
export const parseInstant = (text: unknown): Instant | undefined => {
  if (typeof text === 'string' && WITH_OFFSET.test(text)) {
    const instant = attempt(() => Temporal.Instant.from(text));
    return instant?.toString({ smallestUnit: 'millisecond' });
  }
  const local = parseLocalDateTime(text);
  if (!local) return undefined;
  return DAY.test(text as string) ? toInstant(`${text as string}T23:59:59.999`) : toInstant(local);
};

const zonedLocal = (instant: Instant): LocalDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'second' });
const zonedInstant = (local: LocalDateTime): Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant().toString({ smallestUnit: 'millisecond' });

/**
 * Since 1970 Amsterdam is whole hours from UTC and changes on the hour: within an hour only the hour is another. Asking the zone costs
 * a hundred times more, and the hours of a caseload are few.
 */
const MOMENT = /^(?:19[7-9]|2\d\d)\d-\d\d-\d\dT\d\d:[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
const CIVIL = /^(?:19[7-9]|2\d\d)\d-\d\d-\d\dT\d\d:[0-5]\d:[0-5]\d(?:\.\d{1,3})?$/;
const HOURS_KEPT = 50_000;
const byHour = (ask: (hour: string) => string): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const hour = text.slice(0, 13);
    const kept = known.get(hour);
    if (kept !== undefined) return kept;
    if (known.size >= HOURS_KEPT) known.clear();
    const asked = ask(hour).slice(0, 13);
    known.set(hour, asked);
    return asked;
  };
};
const hourInAmsterdam = byHour((hour) => zonedLocal(`${hour}:00:00Z`));
const hourOfMoment = byHour((hour) => zonedInstant(`${hour}:00:00`));

/** Civil time in Amsterdam of a moment, to the second. */
export const toLocal = (instant: Instant): LocalDateTime =>
  MOMENT.test(instant) ? `${hourInAmsterdam(instant)}${instant.slice(13, 19)}` : zonedLocal(instant);

/** The moment of a civil time in Amsterdam; in the hour that comes twice, the first. */
export const toInstant = (local: LocalDateTime): Instant =>
  CIVIL.test(local) ? `${hourOfMoment(local)}${local.slice(13, 19)}.${local.slice(20).padEnd(3, '0')}Z` : zonedInstant(local);

/** The business date of a civil time. */
export const dayOf = (local: LocalDateTime): BusinessDate => local.slice(0, 10);

/** The business date of a moment. */
export const dayOfMoment = (moment: Instant): BusinessDate => dayOf(toLocal(moment));

/** The day that a page is of: as asked, else today, but not later than what was known. */
export const dayOfPage = (
  { asOf, knownAt }: { readonly asOf?: BusinessDate | undefined; readonly knownAt?: Instant | undefined },
  today: BusinessDate,
): BusinessDate => {
  if (asOf !== undefined) return asOf;
  const knownOn = knownAt === undefined ? today : dayOfMoment(knownAt);
  return knownOn < today ? knownOn : today;
};

/** Start of a business date. */
export const startOf = (day: BusinessDate): LocalDateTime => `${day}T00:00:00`;

const plain = (day: BusinessDate): Temporal.PlainDate => Temporal.PlainDate.from(day);

/** What is no day of the calendar is for the calendar to refuse. */
const numberOf = (day: BusinessDate): DayNumber => {
  const number = DAY.test(day) ? dayNumber(day) : Number.NaN;
  return businessDate(number) === day ? number : dayNumber(plain(day).toString());
};

export const addDays = (day: BusinessDate, days: number): BusinessDate => businessDate(numberOf(day) + days);
/** The same day number n months on, or the last day of that month. */
export const addMonths = (day: BusinessDate, months: number): BusinessDate => plain(day).add({ months }).toString();
export const addYears = (day: BusinessDate, years: number): BusinessDate => plain(day).add({ years }).toString();
/** Whole days from the first to the second, negative when the second comes first. */
export const daysBetween = (from: BusinessDate, to: BusinessDate): number => numberOf(to) - numberOf(from);
/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: BusinessDate): number => plain(day).dayOfWeek;
export const yearOf = (day: BusinessDate): number => Number(day.slice(0, 4));
