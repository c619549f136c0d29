import type { Refusal, Uuid } from '@perspectief/kernel';
import type { TrajectoryRefusal } from '../refusals.js';
import type { Action, Goal, PlanState } from './state.js';

type Objection = Refusal<TrajectoryRefusal> | false;

export const goalOf = ({ goals }: PlanState, goalId: Uuid): Goal | undefined => goals.find((goal) => goal.goalId === goalId);

export const actionOf = ({ actions }: PlanState, actionId: Uuid): Action | undefined =>
  actions.find((action) => action.actionId === actionId);

export const goalIsKnown = (plan: PlanState, goalId: Uuid): Objection =>
  !goalOf(plan, goalId) && { code: 'UNKNOWN_GOAL', field: 'goalId' };

export const goalIsOpen = (plan: PlanState, goalId: Uuid): Objection =>
  goalOf(plan, goalId)?.phase !== 'open' && { code: 'GOAL_CLOSED', field: 'goalId' };

export const actionIsKnown = (plan: PlanState, actionId: Uuid): Objection =>
  !actionOf(plan, actionId) && { code: 'UNKNOWN_ACTION', field: 'actionId' };

/** What the agreement is about: goals that the household did not let go of, and the steps towards them. */
export const agreedGoals = ({ goals }: PlanState): readonly Uuid[] =>
  goals.filter((goal) => goal.phase !== 'dropped').map((goal) => goal.goalId);

export const agreedActions = (plan: PlanState): readonly Uuid[] => {
  const goals = agreedGoals(plan);
  return plan.actions.filter((action) => goals.includes(action.goalId)).map((action) => action.actionId);
};
