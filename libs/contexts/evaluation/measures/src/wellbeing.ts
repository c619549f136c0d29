import { addMonths, daysBetween, type BusinessDate } from '@perspectief/kernel';
import { meanOf } from '@perspectief/evaluation-statistics';
import type { Assessment, CaseRecord } from './case-record.js';
import type { Valued } from './measures.js';

/** LIFE_AREA_DELTA of one case: last score less first score, by the same assessor. */
export interface LifeAreaDelta extends Valued {
  readonly lifeArea: string;
  readonly by: Assessment['by'];
  readonly first: number;
  readonly last: number;
}

interface Scored {
  readonly lifeArea: string;
  readonly by: Assessment['by'];
  readonly scores: { readonly on: BusinessDate; readonly score: number }[];
}

export const lifeAreaDeltas = (cases: readonly CaseRecord[]): readonly LifeAreaDelta[] =>
  cases.flatMap(({ trajectory, assessments }) => {
    const scores = new Map<string, Scored>();
    for (const { by, on, scores: all } of assessments)
      for (const { lifeArea, score } of all) {
        const key = `${by} ${lifeArea}`;
        const known = scores.get(key) ?? { lifeArea, by, scores: [] };
        known.scores.push({ on, score });
        scores.set(key, known);
      }
    return [...scores.values()].flatMap(({ lifeArea, by, scores: all }) => {
      const inOrder = [...all].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
      const [first, last] = [inOrder[0], inOrder.at(-1)];
      if (!first || !last || inOrder.length < 2) return [];
      return [{ trajectory, lifeArea, by, first: first.score, last: last.score, value: last.score - first.score }];
    });
  });

export const moments = ['start', 'six-months', 'end-of-support', 'end-of-aftercare'] as const;
export type Moment = (typeof moments)[number];

interface Window {
  readonly from: BusinessDate;
  readonly near: BusinessDate;
  readonly until: BusinessDate;
}

const windowOf = ({ openedOn, milestones: { aftercare, completed } }: CaseRecord, moment: Moment): Window | undefined => {
  const before = (end: BusinessDate | undefined): Window | undefined =>
    end === undefined ? undefined : { from: addMonths(end, -3), near: end, until: end };
  switch (moment) {
    case 'start': return { from: openedOn, near: openedOn, until: addMonths(openedOn, 3) };
    case 'six-months': return { from: addMonths(openedOn, 3), near: addMonths(openedOn, 6), until: addMonths(openedOn, 9) };
    case 'end-of-support': return before(aftercare);
    case 'end-of-aftercare': return before(completed);
  }
};

/** The household's own mark for its life (0 to 10): the one told nearest to the moment, within three months of it. */
const markAt = (one: CaseRecord, moment: Moment): number | undefined => {
  const window = windowOf(one, moment);
  if (!window) return undefined;
  const told = [
    ...one.assessments.flatMap(({ on, qualityOfLife }) => (qualityOfLife === undefined ? [] : [{ on, mark: qualityOfLife }])),
    ...one.checkIns.map(({ on, wellbeing }) => ({ on, mark: wellbeing })),
  ];
  const away = ({ on }: { readonly on: BusinessDate }): number => Math.abs(daysBetween(window.near, on));
  return told.filter(({ on }) => on >= window.from && on <= window.until).sort((a, b) => away(a) - away(b))[0]?.mark;
};

export interface Marks {
  readonly moment: Moment;
  readonly marks: readonly Valued[];
  readonly mean: number | null;
}

/** QUALITY_OF_LIFE at four moments: who told a mark near it, and the mean of their marks. */
export const qualityOfLife = (cases: readonly CaseRecord[]): readonly Marks[] =>
  moments.map((moment) => {
    const marks = cases.flatMap((one) => {
      const value = markAt(one, moment);
      return value === undefined ? [] : [{ trajectory: one.trajectory, value }];
    });
    return { moment, marks, mean: meanOf(marks.map(({ value }) => value)) };
  });
