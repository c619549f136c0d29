import type { Uuid } from '@perspectief/kernel';
import type { Counterfactual } from './counterfactual.js';
import type { OfferShift } from './trajectory-decisions.js';

/** One line of the difference table: how often, and of which trajectories (pseudonyms, for the disclosure check). */
export interface DifferenceRow {
  readonly what: 'decision' | 'clock';
  /** The command or the clock's rule. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly hypothetical: boolean;
  readonly times: number;
  readonly trajectories: readonly Uuid[];
}

/** A cohort under other rules. Sums are exact and for inside: what is shown goes through disclosure control first. */
export interface CohortDifference {
  readonly kind: 'counterfactual';
  readonly ruleSet: string;
  readonly trajectories: number;
  readonly rows: readonly DifferenceRow[];
  /** Whole euro cents. */
  readonly offers: OfferShift;
  readonly approvals: { readonly before: number; readonly after: number };
  readonly decidedAgain: number;
  readonly notComparable: number;
}

type Line = Omit<DifferenceRow, 'times' | 'trajectories'>;

const linesOf = ({ decisions, clocks }: Counterfactual): readonly Line[] => [
  ...decisions.map(({ command, before, after, hypothetical }): Line => ({ what: 'decision', name: command, before, after, hypothetical })),
  ...clocks.map(({ rule, missed }): Line => {
    const word = (isMissed: boolean): string => (isMissed ? 'missed' : 'not missed');
    return { what: 'clock', name: rule, before: word(missed.before), after: word(missed.after), hypothetical: false };
  }),
];

const rowsOf = (all: readonly Counterfactual[]): readonly DifferenceRow[] => {
  const rows = new Map<string, Line & { times: number; readonly of: Set<Uuid> }>();
  for (const one of all)
    for (const line of linesOf(one)) {
      const key = JSON.stringify(line);
      const row = rows.get(key) ?? { ...line, times: 0, of: new Set<Uuid>() };
      row.times += 1;
      row.of.add(one.trajectoryId);
      rows.set(key, row);
    }
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { of, ...row }]) => ({ ...row, trajectories: [...of] }));
};

/** All trajectories of a cohort together; clocks that were only counted otherwise, and missed neither way, stand in it too. */
export const cohortDifference = (ruleSet: string, all: readonly Counterfactual[]): CohortDifference => {
  const sum = (of: (one: Counterfactual) => number): number => all.reduce((total, one) => total + of(one), 0);
  const both = (of: (one: Counterfactual) => { readonly before: number; readonly after: number }) =>
    ({ before: sum((one) => of(one).before), after: sum((one) => of(one).after) });
  return {
    kind: 'counterfactual', ruleSet, trajectories: all.length, rows: rowsOf(all),
    offers: { preferential: both(({ costs }) => costs.offers.preferential), concurrent: both(({ costs }) => costs.offers.concurrent) },
    approvals: both(({ costs }) => costs.approvals),
    decidedAgain: sum(({ decidedAgain }) => decidedAgain), notComparable: sum(({ notComparable }) => notComparable),
  };
};
