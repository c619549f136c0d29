import { refuse } from '@perspectief/kernel';
import { releaseCounts, releaseProcessMap, releaseVariants, type Behind } from '@perspectief/evaluation-disclosure';
import { baselineBalance, directlyFollows, variantsOf, type Trace } from '@perspectief/evaluation-measures';
import { cohortDifference, type Counterfactual } from '@perspectief/evaluation-replay';
import type { Made, Part } from './figure.js';
import { meanPart, numberOfGroups } from './parts.js';
import { grouped, recordsOf, subjectOf, type StudyCase } from './study-case.js';

/**
 * Whole courses are unique in half of all cases and more, and then nothing of them can be shown: maps and courses go along these moments, or along fewer of them
 * where more than half would stay hidden. Which moments those are stands here, whatever a study is about.
 */
const levels: readonly (readonly string[])[] = [
  ['TrajectoryOpened', 'FirstConversationHeld', 'ApplicationDecided', 'PlanAgreed', 'IntakeCompleted', 'TandemStarted', 'FreezeGranted', 'BuyOutPaid', 'AftercareStarted', 'TrajectoryClosed'],
  ['TrajectoryOpened', 'FirstConversationHeld', 'PlanAgreed', 'AftercareStarted', 'TrajectoryClosed'],
  ['TrajectoryOpened', 'PlanAgreed', 'TrajectoryClosed'],
];

/** The course along the moments, each where it came first. */
export const alongMoments = ({ trajectory, steps }: Trace, moments: readonly string[] = levels[0] ?? []): Trace => {
  const seen = new Set<string>();
  return { trajectory, steps: steps.filter(({ activity }) => moments.includes(activity) && !seen.has(activity) && seen.add(activity)) };
};

interface AtLevel {
  readonly part: Omit<Part, 'name'>;
  /** More is shown than hidden. */
  readonly mostly: boolean;
}

/** Along as many moments as let more be shown than hidden; else along as few as there are. */
const atSomeLevel = (name: string, cases: readonly StudyCase[], make: (traces: readonly Trace[]) => AtLevel): Part => {
  let part: Omit<Part, 'name'> = { made: refuse('TOO_FEW') };
  for (const moments of levels) {
    const made = make(cases.map(({ trace }) => alongMoments(trace, moments)));
    part = made.part;
    if (made.mostly) break;
  }
  return { name, ...part };
};

const asMap = (traces: readonly Trace[]): AtLevel => {
  const released = releaseProcessMap(directlyFollows(traces));
  if ('refused' in released) return { part: { made: released }, mostly: false };
  const { arcs, hiddenArcs, behind, report } = released;
  const keeping = (figures: ReadonlySet<string>): Made => {
    const kept = behind.map(({ figure }) => figures.has(figure));
    if (!kept.includes(true)) return refuse('DIFFERENCING');
    const few = arcs.filter((_, i) => kept[i]);
    return { map: { arcs: few, hiddenArcs: hiddenArcs + arcs.length - few.length }, behind: behind.filter((_, i) => kept[i]), report };
  };
  return { part: { made: { map: { arcs, hiddenArcs }, behind, report }, keeping }, mostly: arcs.length > hiddenArcs };
};
export const mapParts = (cases: readonly StudyCase[]): readonly Part[] => [atSomeLevel('process map', cases, asMap)];

const asVariants = (traces: readonly Trace[]): AtLevel => {
  const released = releaseVariants(variantsOf(traces));
  if ('refused' in released) return { part: { made: released }, mostly: false };
  const { variants, hiddenVariants, hiddenCases, behind, report } = released;
  const keeping = (figures: ReadonlySet<string>): Made => {
    const kept = behind.map(({ figure }) => figures.has(figure));
    const few = variants.filter((_, i) => kept[i]);
    if (few.length === 0) return refuse('DIFFERENCING');
    // How many the others are is not said any more: with some of them told elsewhere it would be about the rest.
    return { variants: { shown: few, hidden: hiddenVariants + variants.length - few.length, hiddenCases: null }, behind: behind.filter((_, i) => kept[i] && i < variants.length), report };
  };
  const shown = variants.reduce((sum, one) => sum + one.cases, 0);
  return { part: { made: { variants: { shown: variants, hidden: hiddenVariants, hiddenCases }, behind, report }, keeping }, mostly: 2 * shown > traces.length };
};
export const variantParts = (cases: readonly StudyCase[]): readonly Part[] => [atSomeLevel('variants', cases, asVariants)];

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
