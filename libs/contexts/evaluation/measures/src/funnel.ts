import { daysBetween } from '@perspectief/kernel';
import { quantileOf } from '@perspectief/evaluation-statistics';
import type { CaseRecord } from './case-record.js';
import type { Milestone } from './milestones.js';

/** A stage and the cases that came to it by way of all stages before. */
export interface FunnelStage {
  readonly name: string;
  readonly trajectories: readonly string[];
}

export const funnelOf = (
  cases: readonly CaseRecord[],
  stages: readonly { readonly name: string; readonly reached: (one: CaseRecord) => boolean }[],
): readonly FunnelStage[] => {
  let left = cases;
  return stages.map(({ name, reached }) => {
    left = left.filter(reached);
    return { name, trajectories: left.map(({ trajectory }) => trajectory) };
  });
};

/** The way through: how many came to each milestone, and how long the stretch before it took (median whole days). */
export const timeInTrack = (cases: readonly CaseRecord[], way: readonly Milestone[]): readonly (FunnelStage & { readonly medianDays: number | null })[] =>
  funnelOf(cases, way.map((name) => ({ name, reached: ({ milestones }) => milestones[name] !== undefined }))).map((stage, i) => {
    const [before, here] = [way[i - 1], way[i]];
    const came = new Set(stage.trajectories);
    const days = cases.flatMap(({ trajectory, milestones }) => {
      const [from, to] = [before && milestones[before], here && milestones[here]];
      return came.has(trajectory) && from !== undefined && to !== undefined && from <= to ? [daysBetween(from, to)] : [];
    });
    return { ...stage, medianDays: quantileOf(days, 0.5) };
  });

/** A rule of inclusion, in words, and whom it keeps. */
export interface Inclusion {
  readonly rule: string;
  readonly keeps: (one: CaseRecord) => boolean;
}
export interface AttritionStep {
  readonly rule: string;
  readonly kept: readonly string[];
  readonly lost: readonly string[];
}

/** Attrition flow: from all candidates to those analysed, with who fell out by which rule, in this order. */
export const attrition = (candidates: readonly CaseRecord[], rules: readonly Inclusion[]): readonly AttritionStep[] => {
  let left = candidates;
  const first: AttritionStep = { rule: 'candidates', kept: left.map(({ trajectory }) => trajectory), lost: [] };
  return [first, ...rules.map(({ rule, keeps }): AttritionStep => {
    const [kept, lost] = [left.filter(keeps), left.filter((one) => !keeps(one))];
    left = kept;
    return { rule, kept: kept.map(({ trajectory }) => trajectory), lost: lost.map(({ trajectory }) => trajectory) };
  })];
};
