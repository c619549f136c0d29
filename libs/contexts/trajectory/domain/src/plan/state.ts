import { dayOf, type BusinessDate, type Domain, type Uuid } from '@perspectief/kernel';
import type { EvolveOf } from '../track.js';
import type { PlanEvent } from './events.js';

export interface Need {
  readonly needId: Uuid;
  readonly on: BusinessDate;
  readonly domain: Domain;
  readonly description: string;
}

export type Goal = {
  readonly goalId: Uuid;
  readonly wish: string;
  readonly lifeArea: string;
  readonly setOn: BusinessDate;
  readonly targetDate: BusinessDate;
} & ({ readonly phase: 'open' } | { readonly phase: 'reached' | 'dropped'; readonly closedOn: BusinessDate });

export type Action = {
  readonly actionId: Uuid;
  readonly goalId: Uuid;
  readonly who: string;
  readonly dueOn: BusinessDate;
  readonly what: string;
  readonly rewards: readonly string[];
} & ({ readonly phase: 'planned' } | { readonly phase: 'completed'; readonly completedOn: BusinessDate });

export interface PlanVersion {
  readonly version: number;
  readonly agreedOn: BusinessDate;
  readonly goals: readonly Uuid[];
  readonly actions: readonly Uuid[];
}

export interface PlanState {
  readonly needs: readonly Need[];
  readonly goals: readonly Goal[];
  readonly actions: readonly Action[];
  readonly versions: readonly PlanVersion[];
  /** Draft: changed since the last agreement, or never agreed on. */
  readonly agreement: 'draft' | 'agreed';
}

export const initialPlan: PlanState = { needs: [], goals: [], actions: [], versions: [], agreement: 'draft' };

const changed = (state: PlanState, change: Partial<PlanState>): PlanState => ({ ...state, ...change, agreement: 'draft' });

const withGoalClosed = (state: PlanState, goalId: Uuid, phase: 'reached' | 'dropped', closedOn: BusinessDate): PlanState =>
  changed(state, { goals: state.goals.map((goal) => (goal.goalId === goalId ? { ...goal, phase, closedOn } : goal)) });

const withAction = (state: PlanState, actionId: Uuid, change: (action: Action) => Action): readonly Action[] =>
  state.actions.map((action) => (action.actionId === actionId ? change(action) : action));

export const evolvePlan: EvolveOf<PlanState, PlanEvent> = {
  NeedIdentified: (state, { data: { needId, domain, description }, happenedOn }) =>
    changed(state, { needs: [...state.needs, { needId, on: dayOf(happenedOn), domain, description }] }),
  GoalSet: (state, { data: { goalId, wish, lifeArea, targetDate }, happenedOn }) =>
    changed(state, {
      goals: [...state.goals, { phase: 'open', goalId, wish, lifeArea, setOn: dayOf(happenedOn), targetDate }],
    }),
  ActionPlanned: (state, { data: { actionId, goalId, who, dueOn, what } }) =>
    changed(state, { actions: [...state.actions, { phase: 'planned', actionId, goalId, who, dueOn, what, rewards: [] }] }),
  ActionCompleted: (state, { data, happenedOn }) =>
    changed(state, {
      actions: withAction(state, data.actionId, (action) => ({ ...action, phase: 'completed', completedOn: dayOf(happenedOn) })),
    }),
  StepRewarded: (state, { data }) => ({
    ...state,
    actions: withAction(state, data.actionId, (action) => ({ ...action, rewards: [...action.rewards, data.what] })),
  }),
  GoalReached: (state, { data, happenedOn }) => withGoalClosed(state, data.goalId, 'reached', dayOf(happenedOn)),
  GoalDropped: (state, { data, happenedOn }) => withGoalClosed(state, data.goalId, 'dropped', dayOf(happenedOn)),
  PlanAgreed: (state, { data: { version, goals, actions }, happenedOn }) => ({
    ...state,
    versions: [...state.versions, { version, agreedOn: dayOf(happenedOn), goals, actions }],
    agreement: 'agreed',
  }),
};
