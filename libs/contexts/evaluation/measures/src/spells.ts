import { daysBetween, type BusinessDate } from '@perspectief/kernel';
import type { CaseAtCut } from './case-record.js';
import type { Milestone } from './milestones.js';

/** Why observation ended. `event` and `competing` are events; the others are censoring. */
export const endings = ['event', 'competing', 'administrative', 'moved', 'withdrew', 'no-contact', 'deceased', 'unsuitable', 'ended-otherwise'] as const;
export type Ending = (typeof endings)[number];

/** Leaving that may hang together with the outcome: a report counts these apart. */
export const informative: ReadonlySet<Ending> = new Set(['withdrew', 'no-contact', 'unsuitable', 'ended-otherwise']);

/** What a curve is about, in days since time zero. */
export interface SpellDefinition {
  readonly timeZero: Milestone;
  readonly event: Milestone | ((one: CaseAtCut) => BusinessDate | undefined);
  /** Outcomes that make the event impossible, such as `deceased`: a cause of their own (2), never censoring. */
  readonly competing?: readonly string[];
}

/** One row of the file for survival analysis. Fits `Spell` of the statistics: `start < t <= stop`, cause 0 censored, 1 event, 2 competing. */
export interface SpellRow {
  readonly trajectory: string;
  readonly household: string;
  readonly start: number;
  readonly stop: number;
  readonly cause: 0 | 1 | 2;
  readonly ending: Ending;
  readonly area: string;
  readonly source: string;
  readonly year: number;
  readonly tandem: boolean;
  /** Known before it could be followed from its begin: entered late (left truncation). */
  readonly prevalent: boolean;
}

export interface Spells {
  readonly rows: readonly SpellRow[];
  /** Not at risk at any time: no time zero, or the event came before observation began. */
  readonly left: readonly { readonly trajectory: string; readonly because: 'no time zero' | 'event before observation' }[];
}

const censorings: ReadonlySet<string> = new Set(endings.slice(3));

const closing = (outcome: string | undefined, competing: readonly string[]): Ending => {
  if (outcome === undefined) return 'administrative';
  if (competing.includes(outcome)) return 'competing';
  return censorings.has(outcome) ? (outcome as Ending) : 'ended-otherwise';
};

const causeOf = (ending: Ending): SpellRow['cause'] => {
  if (ending === 'event') return 1;
  return ending === 'competing' ? 2 : 0;
};

/** An event on the day of time zero came after it: half a day, so that it counts. */
const stopAt = (zero: BusinessDate, end: BusinessDate): number => Math.max(0.5, daysBetween(zero, end));

/** Rows for survival analysis, one a case. What happened after the cut is not known, and not looked at. */
export const spellsOf = (cases: readonly CaseAtCut[], { timeZero, event, competing = [] }: SpellDefinition): Spells => {
  const rows: SpellRow[] = [];
  const left: Spells['left'][number][] = [];
  for (const one of cases) {
    const { trajectory, household, area, source, year, tandem } = one;
    const zero = one.milestones[timeZero];
    if (zero === undefined) {
      left.push({ trajectory, because: 'no time zero' });
      continue;
    }
    const found = typeof event === 'function' ? event(one) : one.milestones[event];
    const happened = found !== undefined && found >= zero ? found : undefined;
    const ending = happened === undefined ? closing(one.outcome, competing) : 'event';
    const start = Math.max(0, daysBetween(zero, one.observedFrom));
    const stop = stopAt(zero, happened ?? one.closedOn ?? one.cutOn);
    if (stop <= start) left.push({ trajectory, because: 'event before observation' });
    else rows.push({ trajectory, household, start, stop, ending, cause: causeOf(ending), area, source, year, tandem, prevalent: start > 0 });
  }
  return { rows, left };
};
