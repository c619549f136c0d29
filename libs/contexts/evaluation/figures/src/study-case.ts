import type { CaseRecord, Ending, Trace } from '@perspectief/evaluation-measures';
import type { Counterfactual } from '@perspectief/evaluation-replay';
import { dimensions, type Dimension } from '@perspectief/evaluation-measures';

/** Time under observation in the study: `start < t <= stop`, in days since time zero; cause 0 censored, 1 event, 2 competing. */
export interface CaseSpell {
  readonly start: number;
  readonly stop: number;
  readonly cause: 0 | 1 | 2;
  readonly ending: Ending;
}

/** One case that a study analyses, under the study's names: what is behind a figure is told by `record.trajectory`. */
export interface StudyCase {
  readonly record: CaseRecord;
  readonly arm: string;
  readonly spell: CaseSpell;
  readonly trace: Trace;
  /** Whole euro cents that pots paid for it. */
  readonly fromPots: number;
  /** Under another rule set, where the figure asks for one. */
  readonly otherwise?: Counterfactual;
}

/** What a figure tells groups apart by. */
export const groupings = ['arm', ...(Object.keys(dimensions) as Dimension[])] as const;
export type Grouping = 'arm' | Dimension;

/** Stands for everybody where a figure tells no groups apart. */
export const EVERYBODY = 'all';

export const subjectOf = ({ record }: StudyCase): string => record.trajectory;
export const recordsOf = (cases: readonly StudyCase[]): readonly CaseRecord[] => cases.map(({ record }) => record);

/** A case may be in several groups of one grouping, such as two instruments. */
export const groupsOf = (one: StudyCase, by: Grouping | undefined): readonly string[] => {
  if (by === undefined) return [EVERYBODY];
  return by === 'arm' ? [one.arm] : dimensions[by](one.record);
};

/** Cases by group, groups in order of their names. */
export const grouped = (cases: readonly StudyCase[], by: Grouping | undefined): ReadonlyMap<string, readonly StudyCase[]> => {
  const groups = new Map<string, StudyCase[]>();
  for (const one of cases)
    for (const name of groupsOf(one, by)) {
      const known = groups.get(name);
      if (known) known.push(one);
      else groups.set(name, [one]);
    }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
};
