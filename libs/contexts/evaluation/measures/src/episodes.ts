import { daysBetween, type BusinessDate } from '@perspectief/kernel';
import type { CaseAtCut } from './case-record.js';
import type { Milestone } from './milestones.js';

/** A stretch of a case in one track; without `endedOn` it ran on the day of the cut. Days are whole. */
export interface Episode {
  readonly trajectory: string;
  readonly track: 'intake' | 'support' | 'buy-out' | 'aftercare';
  readonly startedOn: BusinessDate;
  readonly endedOn?: BusinessDate;
  readonly days: number;
}

/** Where each track begins and what ends it; a buy-out runs beside support. */
const tracks: readonly (readonly [track: Episode['track'], from: Milestone, to: Milestone])[] = [
  ['intake', 'report', 'active'],
  ['support', 'active', 'aftercare'],
  ['buy-out', 'offer', 'payout'],
  ['aftercare', 'aftercare', 'completed'],
];

export const episodesOf = ({ trajectory, milestones, closedOn, cutOn }: CaseAtCut): readonly Episode[] =>
  tracks.flatMap(([track, from, to]) => {
    const startedOn = milestones[from];
    if (startedOn === undefined) return [];
    const endedOn = milestones[to] ?? closedOn;
    return [{ trajectory, track, startedOn, ...(endedOn !== undefined && { endedOn }), days: daysBetween(startedOn, endedOn ?? cutOn) }];
  });
