import { event, field, type EventOf } from '@perspectief/kernel';

const { id, code, count, day, domain, listOf, personal, text } = field;

export const planEvents = {
  NeedIdentified: event('A need became clear, in the terms of one of the four laws.', {
    needId: id,
    domain,
    description: personal(text),
  }),
  GoalSet: event('The household set a goal, in its own words.', {
    goalId: id,
    wish: personal(text),
    lifeArea: code,
    targetDate: day,
  }),
  ActionPlanned: event('A step towards a goal was planned.', {
    actionId: id,
    goalId: id,
    who: text,
    dueOn: day,
    what: personal(text),
  }),
  ActionCompleted: event('A step was taken.', { actionId: id }),
  StepRewarded: event('A step was rewarded.', { actionId: id, what: personal(text) }),
  GoalReached: event('The household reached its goal.', { goalId: id }),
  GoalDropped: event('The household let go of a goal.', { goalId: id, reason: personal(text) }),
  PlanAgreed: event('Household and coach agreed on the plan as it stands.', {
    version: count,
    goals: listOf(id),
    actions: listOf(id),
  }),
};

export type PlanEvent = EventOf<typeof planEvents>;
