import type { BusinessDate } from '@perspectief/kernel';
import { businessDate, dayNumber } from '../calendar/day-number.js';
import { countedEnd } from '../calendar/term.js';
import { dutchCalendar } from '../calendar/calendar.js';
import type { LawParameter, ParameterKey } from '../parameters/catalogue.js';
import { dutchLaw, type Law } from '../parameters/law.js';
import type { TermUnit } from '../parameters/parameter.js';

export const freezeInstruments = [
  'standstill', 'narrow-moratorium', 'broad-moratorium', 'provisional-relief', 'municipal-collection-stop',
] as const;
export type FreezeInstrument = (typeof freezeInstruments)[number];

/** A day that the law draws as a line, and the number that draws it. */
export interface LegalLine {
  readonly day: BusinessDate;
  readonly parameter: LawParameter;
}

const maxima: Readonly<Partial<Record<FreezeInstrument, ParameterKey>>> = {
  standstill: 'standstill-maximum',
  'narrow-moratorium': 'narrow-freeze-maximum',
  'broad-moratorium': 'broad-freeze-maximum',
};

/** A line never moves for a weekend or holiday: it bounds what may be granted, it is no term to act in. */
const lineAfter = (start: BusinessDate, key: ParameterKey, law: Law): LegalLine => {
  const parameter = law.parameter(key, start);
  const limit = { n: parameter.value, unit: parameter.unit as TermUnit };
  return { day: businessDate(countedEnd(dayNumber(start), limit, dutchCalendar)), parameter };
};

/** The last day that a freeze starting on this day may hold; none where the law names no maximum. */
export const latestFreezeEnd = (instrument: FreezeInstrument, from: BusinessDate, law: Law = dutchLaw): LegalLine | undefined => {
  const key = maxima[instrument];
  return key && lineAfter(from, key, law);
};

/** The first day on which a broad freeze may be asked for again (FR-03, unconfirmed). */
export const broadFreezeAgainFrom = (requestedOn: BusinessDate, law: Law = dutchLaw): LegalLine =>
  lineAfter(requestedOn, 'broad-freeze-interval', law);

/** The first day on which a household of people under 27 may apply after its report (PW-03). */
export const under27ApplicationFrom = (reportedOn: BusinessDate, law: Law = dutchLaw): LegalLine =>
  lineAfter(reportedOn, 'under-27-search-term', law);
