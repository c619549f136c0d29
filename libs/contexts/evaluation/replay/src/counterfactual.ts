import { daysBetween, fold, idOfStream, type BusinessDate, type Uuid } from '@perspectief/kernel';
import { dutchLaw, lawWith } from '@perspectief/law';
import { bareClocksOf, trajectoryDecider, type BareTrajectoryClock, type TrajectoryState } from '@perspectief/trajectory-domain';
import { clockChanges, type ClockChange, type ClockReading } from './clock-changes.js';
import type { DecisionDifference } from './decisions.js';
import { withoutPersonal, type TrajectoryFact } from './facts.js';
import { underCorrectedDates } from './known.js';
import { threatUnder, type RuleSet } from './rule-set.js';
import type { PotDecisions } from './spending-decisions.js';
import { trajectoryDecisions, type OfferShift } from './trajectory-decisions.js';

/** A clock that reads otherwise under other rules; days late are whole days past its last day, 0 where in time. */
export interface ClockDifference extends ClockChange {
  readonly missed: { readonly before: boolean; readonly after: boolean };
  readonly daysLate: { readonly before: number; readonly after: number };
}

/** What it would have cost: money that goes to other creditors, approvals of others, days of waiting for them. */
export interface Costs {
  readonly offers: OfferShift;
  readonly approvals: { readonly before: number; readonly after: number };
  /** Extra approvals times the middle wait of the pot, whole or half days; null where the pot knows no wait. */
  readonly daysWaiting: number | null;
}

/** The same facts under other rules. A reading of copies: it is no history, is never stored as such, and says so. */
export interface Counterfactual {
  readonly kind: 'counterfactual';
  readonly ruleSet: RuleSet;
  readonly trajectoryId: Uuid;
  readonly asOf: BusinessDate;
  readonly decisions: readonly DecisionDifference[];
  readonly clocks: readonly ClockDifference[];
  readonly costs: Costs;
  readonly decidedAgain: number;
  readonly notComparable: number;
}

const isMissed = (reading: ClockReading | undefined): boolean => reading?.state === 'breached' || reading?.state === 'met-late';

const daysLate = (reading: ClockReading | undefined, asOf: BusinessDate): number =>
  reading && isMissed(reading) ? daysBetween(reading.due, reading.metOn ?? asOf) : 0;

const read = (state: TrajectoryState, asOf: BusinessDate, law = dutchLaw): readonly BareTrajectoryClock[] =>
  (state.phase === 'none' ? [] : bareClocksOf(state, asOf, law));

const clockDifferences = (facts: readonly TrajectoryFact[], rules: RuleSet, asOf: BusinessDate): readonly ClockDifference[] => {
  const [was, would] = [fold(trajectoryDecider, facts), fold(trajectoryDecider, facts.map((fact) => threatUnder(rules, fact)))];
  return clockChanges(read(was, asOf), read(would, asOf, lawWith(rules.overrides))).map((change) => ({
    ...change,
    missed: { before: isMissed(change.before), after: isMissed(change.after) },
    daysLate: { before: daysLate(change.before, asOf), after: daysLate(change.after, asOf) },
  }));
};

/** One trajectory under other rules, as it would read on a day. `pots` are the decisions of the pots that it asked for money. */
export const counterfactual = (
  facts: readonly TrajectoryFact[],
  rules: RuleSet,
  { asOf, pots = [] }: { readonly asOf: BusinessDate; readonly pots?: readonly PotDecisions[] },
): Counterfactual => {
  const clean = underCorrectedDates(facts.map(withoutPersonal));
  const trajectoryId = clean[0] ? idOfStream(clean[0].stream) : '';
  const own = trajectoryDecisions(clean, rules);
  const spending = pots.flatMap(({ byTrajectory, medianWait }) => {
    const found = byTrajectory.get(trajectoryId);
    return found ? [{ ...found, medianWait }] : [];
  });
  const sum = (of: (one: (typeof spending)[number]) => number): number => spending.reduce((total, one) => total + of(one), 0);
  const waits = spending.map(({ approvals: { before, after }, medianWait }) => {
    if (after <= before) return 0;
    return medianWait === null ? null : (after - before) * medianWait;
  });
  return {
    kind: 'counterfactual', ruleSet: rules, trajectoryId, asOf,
    decisions: [...own.differences, ...spending.flatMap(({ differences }) => differences)],
    clocks: clockDifferences(clean, rules, asOf),
    costs: {
      offers: own.offers,
      approvals: { before: sum(({ approvals }) => approvals.before), after: sum(({ approvals }) => approvals.after) },
      daysWaiting: waits.reduce<number | null>((total, wait) => (total === null || wait === null ? null : total + wait), 0),
    },
    decidedAgain: own.decidedAgain + sum(({ decidedAgain }) => decidedAgain),
    notComparable: own.notComparable + sum(({ notComparable }) => notComparable),
  };
};
