import type { BusinessDate } from '@perspectief/kernel';
import type { Bilingual, TermUnit } from '../parameters/parameter.js';
import type { BareClock } from './clock.js';
import type { ClockRule, Duty } from './rules.js';
import type { Suspension } from './standing-still.js';

export interface Grounds {
  readonly what: ClockRule['what'];
  /** The counted end, before the law moves it off a weekend or holiday. */
  readonly counted: BusinessDate;
  /** Whether the law moves it at all. */
  readonly moves: boolean;
  readonly stands: Suspension | undefined;
  readonly asOf: BusinessDate;
  /** False when the clock started before any rule that is known here. */
  readonly inForce: boolean;
}
type Shown = BareClock;
type Lang = keyof Bilingual;

const monthNames: Readonly<Record<Lang, readonly string[]>> = {
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

const unitNames: Readonly<Record<Lang, Readonly<Record<TermUnit, readonly [one: string, many: string]>>>> = {
  nl: {
    hours: ['uur', 'uur'], days: ['dag', 'dagen'], workingDays: ['werkdag', 'werkdagen'],
    weeks: ['week', 'weken'], months: ['maand', 'maanden'], years: ['jaar', 'jaar'],
  },
  en: {
    hours: ['hour', 'hours'], days: ['day', 'days'], workingDays: ['working day', 'working days'],
    weeks: ['week', 'weeks'], months: ['month', 'months'], years: ['year', 'years'],
  },
};

const whoHas: Readonly<Record<Lang, Readonly<Record<Duty, string>>>> = {
  nl: { municipality: 'De gemeente heeft', household: 'De inwoner heeft', creditor: 'De schuldeiser heeft' },
  en: { municipality: 'The municipality has', household: 'The resident has', creditor: 'The creditor has' },
};

/** `2024-03-01` becomes `1 maart 2024`. */
const written = (lang: Lang, day: BusinessDate): string =>
  `${Number(day.slice(8))} ${monthNames[lang][Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;

const quantity = (lang: Lang, n: number, unit: TermUnit): string => `${n} ${unitNames[lang][unit][n === 1 ? 0 : 1]}`;

const dutch = (clock: Shown, { what, counted, moves, stands, asOf, inForce }: Grounds): readonly (string | false | undefined)[] => {
  const on = (day: BusinessDate): string => written('nl', day);
  return [
    `${whoHas.nl[clock.duty]} ${quantity('nl', clock.limit.n, clock.limit.unit)} voor ${what.nl}, geteld vanaf de dag na ${on(clock.startedOn)} (${clock.article}).`,
    counted !== clock.baseDue && `${on(counted)} is een weekend of feestdag, daarom telt ${on(clock.baseDue)} (Atw 1).`,
    !moves && 'Een weekend of feestdag verschuift deze termijn niet.',
    clock.suspendedDays > 0 && `De klok stond ${quantity('nl', clock.suspendedDays, 'days')} stil (Awb 4:15).`,
    clock.extendedTo && `De gemeente heeft de termijn verlengd tot en met ${on(clock.extendedTo)} (Awb 4:14).`,
    stands && `Vanaf de dag na ${on(stands.from)} staat de klok stil (Awb 4:15).`,
    clock.provisional
      ? `De laatste dag staat nog niet vast. Loopt de klok op ${on(asOf)} weer, dan is het ${on(clock.due)}.`
      : `De laatste dag is ${on(clock.due)}.`,
    clock.state === 'met' && clock.metOn && `Dit is op tijd gedaan, op ${on(clock.metOn)}.`,
    clock.state === 'met-late' && clock.metOn && `Dit is te laat gedaan, op ${on(clock.metOn)}.`,
    clock.state === 'breached' && 'Die dag is voorbij.',
    clock.confidence === 'verify' && 'Een jurist moet deze regel nog bevestigen.',
    !inForce && 'De klok begon voordat deze regel gold; de oudste regel die bekend is, is gebruikt.',
  ];
};

const english = (clock: Shown, { what, counted, moves, stands, asOf, inForce }: Grounds): readonly (string | false | undefined)[] => {
  const on = (day: BusinessDate): string => written('en', day);
  return [
    `${whoHas.en[clock.duty]} ${quantity('en', clock.limit.n, clock.limit.unit)} for ${what.en}, counted from the day after ${on(clock.startedOn)} (${clock.article}).`,
    counted !== clock.baseDue && `${on(counted)} is a weekend or holiday, so ${on(clock.baseDue)} counts (Atw 1).`,
    !moves && 'A weekend or holiday does not move this term.',
    clock.suspendedDays > 0 && `The clock stood still for ${quantity('en', clock.suspendedDays, 'days')} (Awb 4:15).`,
    clock.extendedTo && `The municipality extended the term to ${on(clock.extendedTo)} (Awb 4:14).`,
    stands && `From the day after ${on(stands.from)} the clock stands still (Awb 4:15).`,
    clock.provisional
      ? `The last day is not fixed yet. If the clock runs again on ${on(asOf)}, it is ${on(clock.due)}.`
      : `The last day is ${on(clock.due)}.`,
    clock.state === 'met' && clock.metOn && `This was done in time, on ${on(clock.metOn)}.`,
    clock.state === 'met-late' && clock.metOn && `This was done too late, on ${on(clock.metOn)}.`,
    clock.state === 'breached' && 'That day has passed.',
    clock.confidence === 'verify' && 'A jurist has yet to confirm this rule.',
    !inForce && 'The clock started before this rule was in force; the oldest rule known is used.',
  ];
};

const sentences = (parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(' ');

/** Why the last day is what it is, in plain sentences that name the rule. */
export const explain = (clock: Shown, grounds: Grounds): Bilingual => ({
  nl: sentences(dutch(clock, grounds)),
  en: sentences(english(clock, grounds)),
});
