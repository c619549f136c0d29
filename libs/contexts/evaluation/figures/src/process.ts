import { releaseCounts, releaseProcessMap, releaseVariants, type Behind } from '@perspectief/evaluation-disclosure';
import { baselineBalance, directlyFollows, variantsOf, type Trace } from '@perspectief/evaluation-measures';
import { cohortDifference, type Counterfactual } from '@perspectief/evaluation-replay';
import type { Made, Part } from './figure.js';
import { meanPart, numberOfGroups } from './parts.js';
import { grouped, recordsOf, subjectOf, type StudyCase } from './study-case.js';

/** Whole courses are unique in half of all cases and more, and then nothing of them can be shown: maps and courses go along these moments. */
const moments: ReadonlySet<string> = new Set([
  'TrajectoryOpened', 'FirstConversationHeld', 'ApplicationDecided', 'PlanAgreed', 'IntakeCompleted', 'TandemStarted', 'FreezeGranted', 'BuyOutPaid', 'AftercareStarted', 'TrajectoryClosed',
]);

/** The course along the moments, each where it came first. */
export const alongMoments = ({ trajectory, steps }: Trace): Trace => {
  const seen = new Set<string>();
  return { trajectory, steps: steps.filter(({ activity }) => moments.has(activity) && !seen.has(activity) && seen.add(activity)) };
};

const asMap = (cases: readonly StudyCase[]): Made => {
  const released = releaseProcessMap(directlyFollows(cases.map(({ trace }) => alongMoments(trace))));
  if ('refused' in released) return released;
  const { arcs, hiddenArcs, behind, report } = released;
  return { map: { arcs, hiddenArcs }, behind, report };
};
export const mapParts = (cases: readonly StudyCase[]): readonly Part[] => [{ name: 'process map', made: asMap(cases) }];

const asVariants = (cases: readonly StudyCase[]): Made => {
  const released = releaseVariants(variantsOf(cases.map(({ trace }) => alongMoments(trace))));
  if ('refused' in released) return released;
  const { variants, hiddenVariants, hiddenCases, behind, report } = released;
  return { variants: { shown: variants, hidden: hiddenVariants, hiddenCases }, behind, report };
};
export const variantParts = (cases: readonly StudyCase[]): readonly Part[] => [{ name: 'variants', made: asVariants(cases) }];

/** How far the first two arms lie apart at the beginning, in standard deviations. */
export const balanceParts = (cases: readonly StudyCase[]): readonly Part[] => {
  const [one, other] = [...grouped(cases, 'arm').values()];
  const arms = [one ?? [], other ?? []];
  return baselineBalance(recordsOf(arms[0] ?? []), recordsOf(arms[1] ?? [])).map(({ name, standardisedDifference }) =>
    numberOfGroups(
      name, arms.map((arm) => arm.map(subjectOf)),
      standardisedDifference === null ? undefined : { value: Math.round(standardisedDifference * 100) / 100, unit: 'standard-deviations' },
    ));
};

const EURO = 1 / 100;

/** What would have gone otherwise under other rules: of how many, and what it would have shifted for one case in the middle. */
export const counterfactualParts = (cases: readonly StudyCase[]): readonly Part[] => {
  const all = cases.flatMap(({ otherwise }) => otherwise ?? []);
  const [first] = all;
  if (!first) return [];
  const { rows } = cohortDifference(first.ruleSet.name, all);
  const counted = releaseCounts(rows.map(({ what, name, before, after, hypothetical, trajectories }): Behind => ({
    figure: `${what}: ${name}: ${before} > ${after}${hypothetical ? ' (hypothetical)' : ''}`, subjects: trajectories,
  })));
  const shift = (name: string, of: (one: Counterfactual) => number, euro: boolean): Part =>
    meanPart(name, all.map((one) => ({ subject: one.trajectoryId, value: of(one) })), euro ? 'euro' : 'score', euro ? EURO : 1);
  return [
    { name: 'differences', made: { counts: { rows: counted.counts, hidden: counted.hidden }, behind: counted.behind } },
    shift('offers to creditors with priority', ({ costs }) => costs.offers.preferential.after - costs.offers.preferential.before, true),
    shift('offers to other creditors', ({ costs }) => costs.offers.concurrent.after - costs.offers.concurrent.before, true),
    shift('extra approvals', ({ costs }) => costs.approvals.after - costs.approvals.before, false),
  ];
};
