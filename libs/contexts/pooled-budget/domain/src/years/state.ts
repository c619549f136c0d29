import type { BusinessDate, Cents } from '@perspectief/kernel';
import { nothingYet, type ByDomain } from '../by-domain.js';
import type { Remainder } from '../words.js';

/** A quarter of the year, for the controller's report. */
export interface Quarter {
  readonly contributed: ByDomain;
  /** What was paid, by life area and by the law that it is attributed to; refunds deducted. */
  readonly attributed: Readonly<Record<string, ByDomain>>;
}
export type Quarters = readonly [Quarter, Quarter, Quarter, Quarter];

export type Closing =
  | { readonly phase: 'open' }
  | {
      readonly phase: 'closed';
      readonly closedOn: BusinessDate;
      readonly remainder: Remainder;
      /** What went over to the next year, and what went back to the domains. */
      readonly over: ByDomain;
      readonly back: ByDomain;
    };

export interface YearState {
  readonly carriedIn: ByDomain;
  /** What the domains put in and did not take back; what was carried in stands apart. */
  readonly contributed: ByDomain;
  readonly attributed: ByDomain;
  readonly reserved: Cents;
  readonly quarters: Quarters;
  readonly closing: Closing;
}

const emptyQuarter: Quarter = { contributed: nothingYet, attributed: {} };

export const emptyYear: YearState = {
  carriedIn: nothingYet,
  contributed: nothingYet,
  attributed: nothingYet,
  reserved: 0,
  quarters: [emptyQuarter, emptyQuarter, emptyQuarter, emptyQuarter],
  closing: { phase: 'open' },
};
