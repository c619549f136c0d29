import { dayOf, formatAmount, type BusinessDate, type Cents, type Recorded } from '@perspectief/kernel';
import type { Bilingual } from '@perspectief/law';
import type { OpenedTrajectory, TrajectoryEvent } from '@perspectief/trajectory-domain';

export type { Bilingual } from '@perspectief/law';
export type EventType = TrajectoryEvent['type'];
export type FactNamed<Type extends EventType> = Recorded<Extract<TrajectoryEvent, { type: Type }>>;
export type DataOf<Type extends EventType> = Extract<TrajectoryEvent, { type: Type }>['data'];

/** What a person reads of an event; the page says what its ids stand for. */
export type Sentences<Types extends EventType> = {
  readonly [Type in Types]: (event: FactNamed<Type>, page: OpenedTrajectory) => Bilingual;
};

export const said = (nl: string, en: string): Bilingual => ({ nl, en });
export const saying = (nl: string, en: string) => (): Bilingual => said(nl, en);

/** The same with an amount put in the place of `{}`. */
export const withAmount = (nl: string, en: string, cents: Cents): Bilingual => {
  const euro = amountInWords(cents);
  return said(nl.replace('{}', euro.nl), en.replace('{}', euro.en));
};

/** `€ 1.234,50` in Dutch, `€1,234.50` in English. */
export const amountInWords = (cents: Cents): Bilingual => {
  const [whole = '0', rest = '00'] = formatAmount(Math.abs(cents)).split('.');
  const grouped = (separator: string): string => whole.replace(/\B(?=(\d{3})+$)/g, separator);
  const sign = cents < 0 ? '-' : '';
  return said(`€ ${sign}${grouped('.')},${rest}`, `${sign}€${grouped(',')}.${rest}`);
};

const MONTHS: Bilingual = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  en: 'January February March April May June July August September October November December',
};

/** `12 januari 2024`. */
export const dayInWords = (moment: BusinessDate): Bilingual => {
  const day = dayOf(moment);
  const written = (months: string): string =>
    `${Number(day.slice(8))} ${months.split(' ')[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
  return said(written(MONTHS.nl), written(MONTHS.en));
};

/** `januari 2024` for a month such as `2024-01`. */
export const monthInWords = (month: string): Bilingual => {
  const { nl, en } = dayInWords(`${month.slice(0, 7)}-01`);
  return said(nl.slice(2), en.slice(2));
};
