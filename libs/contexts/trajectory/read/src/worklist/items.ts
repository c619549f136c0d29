import { deriveId, type Uuid } from '@perspectief/kernel';
import type { Law } from '@perspectief/law';
import type { OpenedTrajectory, TrajectoryState } from '@perspectief/trajectory-domain';
import { coachOf } from '../page/view/summary.js';
import type { Draft, WorklistRule } from './draft.js';
import { runningClocks } from './rules/clocks.js';
import { breachedFreezes, currentCosts, endingFreezes, openSafetyTasks, openThreats, undecidedFreezes } from './rules/crisis.js';
import { repayments, unansweredOffers } from './rules/money.js';
import { missedCheckIns, plannedActions, plannedCheckIns, proposedTandem, withoutCoach } from './rules/people.js';

/** All rules; one that is added here is on every worklist. */
export const worklistRules: readonly WorklistRule[] = [
  withoutCoach,
  runningClocks,
  openThreats,
  openSafetyTasks,
  undecidedFreezes,
  endingFreezes,
  breachedFreezes,
  currentCosts,
  unansweredOffers,
  proposedTandem,
  plannedActions,
  plannedCheckIns,
  missedCheckIns,
  repayments,
];

/** Repaying outlives the trajectory; nothing else does. */
const outlives = (rule: WorklistRule): boolean => rule === repayments;

/** A row of the worklist. */
export interface WorklistItem extends Omit<Draft, 'subject'> {
  readonly itemId: Uuid;
  readonly trajectoryId: Uuid;
  readonly municipality: string;
  readonly area: string;
  readonly coachId: string | undefined;
}

export const itemsBy = (rule: WorklistRule, page: OpenedTrajectory, law: Law): readonly WorklistItem[] => {
  if (page.phase === 'closed' && !outlives(rule)) return [];
  const { id: trajectoryId, municipality, area } = page;
  const shared = { trajectoryId, municipality, area, coachId: coachOf(page) };
  return rule.drafts(page, law).map(({ subject, ...draft }) => ({
    ...draft,
    itemId: deriveId('worklist', trajectoryId, draft.kind, subject),
    ...shared,
  }));
};

/** Whether a rule says of the one page what it said of the other, without asking it. */
export const saysTheSame = (rule: WorklistRule, one: OpenedTrajectory, other: OpenedTrajectory): boolean =>
  one.phase === other.phase && coachOf(one) === coachOf(other) && rule.reads.every((track) => one[track] === other[track]);

/** All that a trajectory asks of people, from its page alone. */
export const worklistItems = (page: TrajectoryState, law: Law): readonly WorklistItem[] =>
  page.phase === 'none' ? [] : worklistRules.flatMap((rule) => itemsBy(rule, page, law));
