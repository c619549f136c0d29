import type { OpenedTrajectory } from '@perspectief/trajectory-domain';

type PlanState = OpenedTrajectory['plan'];
type Goal = PlanState['goals'][number];
type Action = PlanState['actions'][number];

export type GoalView = Goal & { readonly actions: readonly Action[] };

export interface PlanView {
  /** Draft: changed since the last agreement, or never agreed on. */
  readonly agreement: PlanState['agreement'];
  readonly versions: PlanState['versions'];
  readonly goals: readonly GoalView[];
}

export const planView = ({ plan: { agreement, versions, goals, actions } }: OpenedTrajectory): PlanView => ({
  agreement,
  versions,
  goals: goals.map((goal) => ({ ...goal, actions: actions.filter(({ goalId }) => goalId === goal.goalId) })),
});
