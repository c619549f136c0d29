import { milestones, type Milestone } from '@perspectief/evaluation-measures';
import { canonical, ruleSets } from '@perspectief/evaluation-replay';
import type { ReleaseKind } from '@perspectief/evaluation-studies';
import { groupings, type Grouping } from './study-case.js';

/** Every figure that a study can release. */
export const figureKinds = [
  'attrition', 'balance', 'survival', 'cumulative-incidence', 'lead-time', 'on-time', 'outflow', 'dropout', 'relapse', 'life-areas', 'quality-of-life',
  'credit', 'cost', 'reach', 'time-in-track', 'process-map', 'variants', 'counterfactual',
] as const;
export type FigureKind = (typeof figureKinds)[number];

export const ruleSetNames = Object.keys(ruleSets) as (keyof typeof ruleSets)[];
export type RuleSetName = keyof typeof ruleSets;

/** Which figure, and of what. Two specs that say the same are one figure: it is released once. */
export interface FigureSpec {
  readonly kind: FigureKind;
  readonly by?: Grouping | undefined;
  /** Of a lead time. */
  readonly from?: Milestone | undefined;
  readonly to?: Milestone | undefined;
  /** Of a counterfactual. */
  readonly ruleSet?: RuleSetName | undefined;
}

const takesGroups: ReadonlySet<FigureKind> = new Set([
  'survival', 'cumulative-incidence', 'lead-time', 'on-time', 'outflow', 'dropout', 'relapse', 'quality-of-life', 'credit', 'cost',
]);

/** The field that does not fit the kind, or undefined for a spec that can be drawn. */
export const misfitOf = ({ kind, by, from, to, ruleSet }: FigureSpec): keyof FigureSpec | undefined => {
  if (!figureKinds.includes(kind)) return 'kind';
  if (by !== undefined && !(groupings.includes(by) && takesGroups.has(kind))) return 'by';
  const ofLeadTime = (day: Milestone | undefined): boolean => (kind === 'lead-time' ? day !== undefined && milestones.includes(day) : day === undefined);
  if (!ofLeadTime(from)) return 'from';
  if (!ofLeadTime(to) || (from !== undefined && to !== undefined && milestones.indexOf(from) >= milestones.indexOf(to))) return 'to';
  const fits = kind === 'counterfactual' ? ruleSet !== undefined && ruleSetNames.includes(ruleSet) : ruleSet === undefined;
  return fits ? undefined : 'ruleSet';
};

export const specKey = (spec: FigureSpec): string => canonical(spec);

export const releaseKindOf = ({ kind }: FigureSpec): ReleaseKind => (kind === 'attrition' || kind === 'balance' ? kind : 'outcome');

/** What every study can show first, in the order in which it may. */
export const usualFigures: readonly FigureSpec[] = [
  { kind: 'attrition' }, { kind: 'balance' }, { kind: 'survival', by: 'arm' }, { kind: 'lead-time', from: 'report', to: 'plan', by: 'arm' },
  { kind: 'outflow' }, { kind: 'on-time' }, { kind: 'process-map' },
];
