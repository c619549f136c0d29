import { addMonths, daysBetween, domains, type BusinessDate, type Domain } from '@perspectief/kernel';
import { dutchLaw, type Law } from '@perspectief/law';
import { quantileOf } from '@perspectief/evaluation-statistics';
import type { CaseRecord } from './case-record.js';
import type { Milestone } from './milestones.js';

/** A value of one case: what disclosure control wants beside every figure. */
export interface Valued {
  readonly trajectory: string;
  readonly value: number;
}

/** LEAD_TIME: whole days between two milestones, of the cases that came to both in that order; days that clocks stood still apart. */
export const leadTimes = (cases: readonly CaseRecord[], from: Milestone, to: Milestone): readonly (Valued & { readonly suspendedDays: number })[] =>
  cases.flatMap(({ trajectory, milestones, suspendedDays }) => {
    const [begin, end] = [milestones[from], milestones[to]];
    return begin !== undefined && end !== undefined && begin <= end ? [{ trajectory, value: daysBetween(begin, end), suspendedDays }] : [];
  });

export interface Spread {
  readonly cases: number;
  readonly median: number | null;
  readonly ninetieth: number | null;
}

export const spreadOf = (values: readonly Valued[]): Spread => {
  const numbers = values.map(({ value }) => value);
  return { cases: numbers.length, median: quantileOf(numbers, 0.5), ninetieth: quantileOf(numbers, 0.9) };
};

export interface OnTime {
  readonly law: Domain;
  /** Clocks of the municipality that ended or ran out. */
  readonly ended: number;
  readonly met: number;
  /** Met divided by ended; null where none ended. */
  readonly rate: number | null;
}

/** ON_TIME_RATE: clocks met in time of clocks that ended, by law. Terms of the household and of creditors are theirs, and not counted. */
export const onTimeRates = (cases: readonly CaseRecord[]): readonly OnTime[] =>
  domains.map((law) => {
    const clocks = cases.flatMap((one) => one.clocks.filter((clock) => clock.law === law && clock.duty === 'municipality'));
    const ended = clocks.filter(({ state }) => state === 'met' || state === 'met-late' || state === 'breached').length;
    const met = clocks.filter(({ state }) => state === 'met').length;
    return { law, ended, met, rate: ended === 0 ? null : met / ended };
  });

const counted = (words: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** OUTFLOW: cases that ended, by outcome. */
export const outflow = (cases: readonly CaseRecord[]): ReadonlyMap<string, number> =>
  counted(cases.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome])));

/** Reasons that are the household's going away, not the end that was planned. */
const leaving: ReadonlySet<string> = new Set(['withdrew', 'no-contact']);
export const droppedOut = ({ outcome }: CaseRecord): boolean => outcome !== undefined && leaving.has(outcome);

/** How far a case had come. */
export const phaseReached = ({ milestones }: CaseRecord): 'intake' | 'support' | 'buy-out' | 'aftercare' => {
  if (milestones.aftercare !== undefined) return 'aftercare';
  if (milestones.offer !== undefined) return 'buy-out';
  return milestones.active === undefined ? 'intake' : 'support';
};

/** DROPOUT: by the phase in which they left, of all cases. */
export const dropout = (cases: readonly CaseRecord[]): { readonly cases: number; readonly byPhase: ReadonlyMap<string, number> } =>
  ({ cases: cases.length, byPhase: counted(cases.filter(droppedOut).map(phaseReached)) });

/** The day on which a completed case relapsed: flagged in its aftercare, or admitted again to debt help in a later one, within the window. */
export const relapseOf = (one: CaseRecord, all: readonly CaseRecord[], law: Law = dutchLaw): BusinessDate | undefined => {
  const completed = one.milestones.completed;
  if (one.relapsedOn !== undefined || completed === undefined) return one.relapsedOn;
  const last = addMonths(completed, law.on(completed).value('relapse-window'));
  return all
    .flatMap(({ household, trajectory, openedOn, admittedOn }) =>
      household === one.household && trajectory !== one.trajectory && openedOn >= completed && admittedOn !== undefined && admittedOn <= last ? [admittedOn] : [])
    .sort()[0];
};

/** RELAPSE: of the cases that came to aftercare. Which ones could be followed for the whole window is for the survival curve to say. */
export const relapse = (cases: readonly CaseRecord[], law: Law = dutchLaw): { readonly followed: number; readonly relapsed: number } => {
  const byHousehold = new Map<string, CaseRecord[]>();
  for (const one of cases) byHousehold.set(one.household, [...(byHousehold.get(one.household) ?? []), one]);
  const followed = cases.filter(({ milestones }) => milestones.aftercare !== undefined);
  return { followed: followed.length, relapsed: followed.filter((one) => relapseOf(one, byHousehold.get(one.household) ?? [], law) !== undefined).length };
};

export interface Credit {
  readonly credits: number;
  readonly due: number;
  readonly onTime: number;
  readonly inArrears: number;
  /** Whole euro cents. */
  readonly writtenOff: number;
  readonly closed: number;
}

/** CREDIT_PERFORMANCE: of repayments in money. */
export const creditPerformance = (cases: readonly CaseRecord[]): Credit => {
  const credits = cases.flatMap((one) => one.credits.filter(({ form }) => form === 'money'));
  const sum = (of: (credit: (typeof credits)[number]) => number): number => credits.reduce((total, one) => total + of(one), 0);
  return {
    credits: credits.length, due: sum(({ due }) => due), onTime: sum(({ onTime }) => onTime), inArrears: sum(({ inArrears }) => inArrears),
    writtenOff: sum(({ writtenOff }) => writtenOff), closed: credits.filter(({ closed }) => closed).length,
  };
};
