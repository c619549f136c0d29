import type { BusinessDate, Domain } from '@perspectief/kernel';
import type { Limit } from '../calendar/term.js';
import type { Bilingual, Confidence } from '../parameters/parameter.js';
import type { ClockRuleName, Duty } from './rules.js';
import type { Suspension } from './standing-still.js';

/** AW-01: a later last day that was told before the term ended. */
export interface Extension {
  readonly newDue: BusinessDate;
  /** The day it was told; days that the clock stands after it come on top of the new last day. */
  readonly toldOn?: BusinessDate;
}

/** What is known of one clock on the day `asOf`. */
export interface ClockFacts {
  readonly rule: ClockRuleName;
  /** Needed where a rule runs under several laws, as `awb-decision` does; elsewhere the rule's own. */
  readonly law?: Domain;
  /** The day of the event that starts it, which itself does not count. */
  readonly startedOn: BusinessDate;
  readonly suspensions?: readonly Suspension[];
  readonly extension?: Extension;
  readonly metOn?: BusinessDate;
  readonly asOf: BusinessDate;
}

export type ClockState = 'running' | 'suspended' | 'met' | 'met-late' | 'breached';

/** A clock as a page shows it. Plain JSON. */
export interface Clock {
  readonly rule: ClockRuleName;
  readonly law: Domain;
  readonly article: string;
  readonly confidence: Confidence;
  readonly parameterVersion: string;
  readonly duty: Duty;
  readonly startedOn: BusinessDate;
  readonly limit: Limit;
  readonly suspendedDays: number;
  readonly suspensions: readonly (Suspension & { readonly days: number })[];
  /** The last day as it was before anything stood still or was extended. */
  readonly baseDue: BusinessDate;
  /** The last day. While `provisional`, the one that follows if the clock ran again on `asOf`. */
  readonly due: BusinessDate;
  readonly provisional: boolean;
  readonly extendedTo?: BusinessDate;
  /** The day on which we want to be done (CL-10). */
  readonly workTarget: BusinessDate;
  readonly reminderOn?: BusinessDate;
  /** Whether days tick away on `asOf`: not met and not standing still. A breached clock ticks on. */
  readonly running: boolean;
  readonly state: ClockState;
  readonly metOn?: BusinessDate;
  /** Calendar days to the last day, negative once past it; absent when met. */
  readonly daysLeft?: number;
  readonly explanation: Bilingual;
}

/** A clock without the sentences that say why. */
export type BareClock = Omit<Clock, 'explanation'>;
