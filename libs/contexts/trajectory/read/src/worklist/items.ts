import { deriveId, type Uuid } from '@perspectief/kernel';
import type { Law } from '@perspectief/law';
import type { TrajectoryState } from '@perspectief/trajectory-domain';
import { coachOf } from '../page/view/summary.js';
import type { Draft, WorklistRule } from './draft.js';
import { runningClocks, silentCreditors } from './rules/clocks.js';
import { breachedFreezes, currentCosts, endingFreezes, openSafetyTasks, openThreats, undecidedFreezes } from './rules/crisis.js';
import { repayments, unansweredOffers } from './rules/money.js';
import { missedCheckIns, plannedActions, plannedCheckIns, proposedTandem, withoutCoach } from './rules/people.js';

const whileOpen: readonly WorklistRule[] = [
  withoutCoach,
  runningClocks,
  openThreats,
  openSafetyTasks,
  undecidedFreezes,
  endingFreezes,
  breachedFreezes,
  currentCosts,
  silentCreditors,
  unansweredOffers,
  proposedTandem,
  plannedActions,
  plannedCheckIns,
  missedCheckIns,
];

const always: readonly WorklistRule[] = [repayments];

/** A row of the worklist. */
export interface WorklistItem extends Omit<Draft, 'subject'> {
  readonly itemId: Uuid;
  readonly trajectoryId: Uuid;
  readonly municipality: string;
  readonly area: string;
  readonly coachId: string | undefined;
}

/** All that a trajectory asks of people, from its page alone. */
export const worklistItems = (page: TrajectoryState, law: Law): readonly WorklistItem[] => {
  if (page.phase === 'none') return [];
  const { id: trajectoryId, municipality, area } = page;
  const coachId = coachOf(page);
  const rules = page.phase === 'closed' ? always : [...whileOpen, ...always];
  return rules
    .flatMap((rule) => rule(page, law))
    .map(({ subject, ...draft }) => ({
      ...draft,
      itemId: deriveId('worklist', trajectoryId, draft.kind, subject),
      ...{ trajectoryId, municipality, area, coachId },
    }));
};
