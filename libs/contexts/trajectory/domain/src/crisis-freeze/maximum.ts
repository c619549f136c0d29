import { addDays, addMonths, addYears, type BusinessDate } from '@perspectief/kernel';
import type { LawOfDay } from '@perspectief/law';
import type { Instrument } from './events.js';

type Parameter = ReturnType<LawOfDay['parameter']>;

/** Instruments that are not here last as long as they were given for. */
const maximumOf = {
  'narrow-moratorium': 'narrow-freeze-maximum',
  'broad-moratorium': 'broad-freeze-maximum',
  standstill: 'standstill-maximum',
} as const satisfies Partial<Record<Instrument, Parameter['key']>>;

const maximum = (law: LawOfDay, instrument: Instrument): Parameter | undefined => {
  const key = instrument in maximumOf ? maximumOf[instrument as keyof typeof maximumOf] : undefined;
  return key && law.parameter(key);
};

const after = (from: BusinessDate, { value, unit }: Parameter): BusinessDate => {
  if (unit === 'years') return addYears(from, value);
  if (unit === 'months') return addMonths(from, value);
  return addDays(from, unit === 'weeks' ? value * 7 : value);
};

/** Last day that the law allows to a freeze that starts on `from`; the same day number counts (no shift: Atw 4). */
export const latestDay = (law: LawOfDay, instrument: Instrument, from: BusinessDate): BusinessDate | undefined => {
  const parameter = maximum(law, instrument);
  return parameter && after(from, parameter);
};

/** The version of the maximum that a decision names. */
export const maximumVersion = (law: LawOfDay, instrument: Instrument): string | undefined => maximum(law, instrument)?.version;
