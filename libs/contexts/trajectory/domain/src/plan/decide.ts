import { unless } from '@perspectief/kernel';
import { personStayed } from '../people.js';
import type { DecideOf } from '../track.js';
import type { PlanCommand } from './commands.js';
import { actionIsKnown, actionOf, agreedActions, agreedGoals, goalIsKnown, goalIsOpen, goalOf } from './rules.js';

export const decidePlan: DecideOf<PlanCommand> = {
  IdentifyNeed: ({ needId, domain, description }, { trajectory: { plan } }) =>
    unless([plan.needs.some((need) => need.needId === needId) && { code: 'NEED_EXISTS', field: 'needId' }], () => [
      { type: 'NeedIdentified', data: { needId, domain, description } },
    ]),

  SetGoal: ({ goalId, wish, lifeArea, targetDate }, { trajectory: { plan } }) =>
    unless([goalOf(plan, goalId) && { code: 'GOAL_EXISTS', field: 'goalId' }], () => [
      { type: 'GoalSet', data: { goalId, wish, lifeArea, targetDate } },
    ]),

  PlanAction: ({ actionId, goalId, who, dueOn, what }, { trajectory: { plan }, context }) =>
    unless(
      [
        goalIsKnown(plan, goalId),
        personStayed(context, who, 'who'),
        actionOf(plan, actionId) && { code: 'ACTION_EXISTS', field: 'actionId' },
        goalIsOpen(plan, goalId),
      ],
      () => [{ type: 'ActionPlanned', data: { actionId, goalId, who, dueOn, what } }],
    ),

  CompleteAction: ({ actionId }, { trajectory: { plan } }) =>
    unless(
      [actionIsKnown(plan, actionId), actionOf(plan, actionId)?.phase === 'completed' && { code: 'OUT_OF_ORDER' }],
      () => [{ type: 'ActionCompleted', data: { actionId } }],
    ),

  RewardStep: ({ actionId, what }, { trajectory: { plan } }) =>
    unless(
      [actionIsKnown(plan, actionId), actionOf(plan, actionId)?.rewards.includes(what) && { code: 'OUT_OF_ORDER' }],
      () => [{ type: 'StepRewarded', data: { actionId, what } }],
    ),

  ReachGoal: ({ goalId }, { trajectory: { plan } }) =>
    unless([goalIsKnown(plan, goalId), goalIsOpen(plan, goalId)], () => [{ type: 'GoalReached', data: { goalId } }]),

  DropGoal: ({ goalId, reason }, { trajectory: { plan } }) =>
    unless([goalIsKnown(plan, goalId), goalIsOpen(plan, goalId)], () => [{ type: 'GoalDropped', data: { goalId, reason } }]),

  AgreePlan: (_, { trajectory: { plan, intake } }) => {
    const goals = [...agreedGoals(plan)];
    return unless(
      [
        intake.conversations.length === 0 && { code: 'NO_FIRST_CONVERSATION' },
        goals.length === 0 && { code: 'NO_GOALS' },
        plan.agreement === 'agreed' && { code: 'OUT_OF_ORDER' },
      ],
      () => [{ type: 'PlanAgreed', data: { version: plan.versions.length + 1, goals, actions: [...agreedActions(plan)] } }],
    );
  },
};
