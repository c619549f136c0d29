import type { BusinessDate, LocalDateTime, Uuid } from '@perspectief/kernel';
import type { AftercareState } from './aftercare/state.js';
import type { CrisisFreezeState } from './crisis-freeze/state.js';
import type { DebtBuyOutState } from './debt-buy-out/state.js';
import type { DebtsState } from './debts/state.js';
import type { IntakeState } from './intake/state.js';
import type { LearningState } from './learning/state.js';
import type { Source } from './opening.js';
import type { PlanState } from './plan/state.js';
import type { StoryState } from './story/state.js';
import type { TandemState } from './tandem/state.js';

export interface Slices {
  readonly intake: IntakeState;
  readonly story: StoryState;
  readonly plan: PlanState;
  readonly debts: DebtsState;
  readonly tandem: TandemState;
  readonly crisisFreeze: CrisisFreezeState;
  readonly debtBuyOut: DebtBuyOutState;
  readonly aftercare: AftercareState;
  readonly learning: LearningState;
}

/** A trajectory that was opened; closed is a phase of it, for repayments outlive it. */
export type OpenedTrajectory = {
  readonly id: Uuid;
  readonly householdId: Uuid;
  readonly municipality: string;
  readonly area: string;
  readonly source: Source;
  readonly openedOn: BusinessDate;
  readonly openedAt: LocalDateTime;
} & Slices &
  ({ readonly phase: 'open' } | { readonly phase: 'closed'; readonly closedOn: BusinessDate; readonly outcome: string });

export type TrajectoryState = { readonly phase: 'none' } | OpenedTrajectory;
