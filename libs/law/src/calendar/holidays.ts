import type { BusinessDate } from '@perspectief/kernel';
import Holidays from 'date-holidays';

export interface Holiday {
  readonly day: BusinessDate;
  readonly nl: string;
  readonly en: string;
}

/** The holidays of Atw 3 (CL-05), by the rule that date-holidays names them with. */
const recognised: Readonly<Record<string, Omit<Holiday, 'day'>>> = {
  '01-01': { nl: 'Nieuwjaarsdag', en: "New Year's Day" },
  'easter -2': { nl: 'Goede Vrijdag', en: 'Good Friday' },
  'easter 1': { nl: 'Tweede Paasdag', en: 'Easter Monday' },
  '05-05': { nl: 'Bevrijdingsdag', en: 'Liberation Day' },
  'easter 39': { nl: 'Hemelvaartsdag', en: 'Ascension Day' },
  'easter 50': { nl: 'Tweede Pinksterdag', en: 'Whit Monday' },
  '12-25': { nl: 'Eerste Kerstdag', en: 'Christmas Day' },
  '12-26': { nl: 'Tweede Kerstdag', en: 'Boxing Day' },
};

/** The day on which the birthday of the head of state is celebrated: a rule that changed with the reign (CL-06). */
const royalBirthday = { nl: 'Koningsdag', en: "King's Day" };
const isRoyalBirthday = (rule: string): boolean => /^(04-27|04-30|08-31) /.test(rule);

const nameOf = (rule: string): Omit<Holiday, 'day'> | undefined => recognised[rule] ?? (isRoyalBirthday(rule) ? royalBirthday : undefined);

/** Reading the tables of the library takes tens of milliseconds; not everybody who imports the law needs them. */
let source: Holidays | undefined;
const byYear = new Map<number, readonly Holiday[]>();

const readYear = (year: number): readonly Holiday[] => {
  source ??= new Holidays('NL', { types: ['public', 'school'] });
  return source.getHolidays(year).flatMap(({ date, rule }) => {
    const name = nameOf(rule);
    return name ? [{ day: date.slice(0, 10), ...name }] : [];
  });
};

/** The generally recognised holidays of a year with Good Friday, in order (Atw 3 lid 1 and 2). */
export const holidaysOf = (year: number): readonly Holiday[] => {
  const known = byYear.get(year) ?? readYear(year);
  byYear.set(year, known);
  return known;
};
