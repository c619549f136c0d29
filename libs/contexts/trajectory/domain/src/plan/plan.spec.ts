import type { IntakeCommand } from '../intake/commands.js';
import { idOf, opened, TRAJECTORY } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';
import type { PlanCommand } from './commands.js';

const trajectoryId = TRAJECTORY;
const goalId = idOf(500);
const actionId = idOf(510);
const wish = 'Weer rustig slapen en de post durven openen';
const conversation: IntakeCommand = { type: 'HoldFirstConversation', data: { trajectoryId, place: 'home' } };
const identify: PlanCommand = { type: 'IdentifyNeed', data: { trajectoryId, needId: idOf(490), domain: 'jeugd', description: 'hulp bij school' } };
const setGoal = (id = goalId): PlanCommand => ({ type: 'SetGoal', data: { trajectoryId, goalId: id, wish, lifeArea: 'finances', targetDate: '2024-06-01' } });
const planAction = (id = actionId, goal = goalId, who = 'expert'): PlanCommand => ({
  type: 'PlanAction',
  data: { trajectoryId, actionId: id, goalId: goal, who, dueOn: '2024-02-15', what: 'Elke week samen de post' },
});
const complete: PlanCommand = { type: 'CompleteAction', data: { trajectoryId, actionId } };
const reward = (what: string): PlanCommand => ({ type: 'RewardStep', data: { trajectoryId, actionId, what } });
const reach: PlanCommand = { type: 'ReachGoal', data: { trajectoryId, goalId } };
const drop: PlanCommand = { type: 'DropGoal', data: { trajectoryId, goalId, reason: 'wil iets anders' } };
const agree: PlanCommand = { type: 'AgreePlan', data: { trajectoryId } };

describe('needs', () => {
  scenario('a need is named in the terms of a law')
    .after(opened)
    .when('2024-01-09', identify)
    .then({ type: 'NeedIdentified', data: { needId: idOf(490), domain: 'jeugd', description: 'hulp bij school' } });
  scenario('a need is identified once').after(opened, ['2024-01-09', identify]).when('2024-01-10', identify).refused('NEED_EXISTS');
});

describe('goals', () => {
  scenario('a goal stands in the words of the household')
    .after(opened)
    .when('2024-01-09', setGoal())
    .then({ type: 'GoalSet', data: { goalId, wish, lifeArea: 'finances', targetDate: '2024-06-01' } });
  scenario('a goal is set once').after(opened, ['2024-01-09', setGoal()]).when('2024-01-10', setGoal()).refused('GOAL_EXISTS');
  scenario('a goal is reached').after(opened, ['2024-01-09', setGoal()]).when('2024-01-10', reach).then({ type: 'GoalReached', data: { goalId } });
  scenario('the household may let go of a goal')
    .after(opened, ['2024-01-09', setGoal()])
    .when('2024-01-10', drop)
    .then({ type: 'GoalDropped', data: { goalId, reason: 'wil iets anders' } });
  scenario('a goal that nobody set cannot be reached').after(opened).when('2024-01-10', reach).refused('UNKNOWN_GOAL');
  scenario('a goal that nobody set cannot be let go of').after(opened).when('2024-01-10', drop).refused('UNKNOWN_GOAL');
  scenario('a goal let go of is not reached').after(opened, ['2024-01-09', setGoal()], ['2024-01-10', drop]).when('2024-01-11', reach).refused('GOAL_CLOSED');
  scenario('a goal reached is not let go of').after(opened, ['2024-01-09', setGoal()], ['2024-01-10', reach]).when('2024-01-11', drop).refused('GOAL_CLOSED');
});

describe('steps towards a goal', () => {
  scenario('a step has someone who takes it, and a day')
    .after(opened, ['2024-01-09', setGoal()])
    .when('2024-01-10', planAction())
    .then({
      type: 'ActionPlanned',
      data: { actionId, goalId, who: 'expert', dueOn: '2024-02-15', what: 'Elke week samen de post' },
    });
  scenario('a step is planned once').after(opened, ['2024-01-09', setGoal()], ['2024-01-10', planAction()]).when('2024-01-11', planAction()).refused('ACTION_EXISTS');
  scenario('no step waits for somebody who left the service')
    .after(opened, ['2024-01-09', setGoal()])
    .when('2024-01-10', planAction(actionId, goalId, 'former-coach'))
    .refused('UNKNOWN_PERSON', { field: 'who' });
  scenario('a step leads to a goal that is there').after(opened).when('2024-01-10', planAction()).refused('UNKNOWN_GOAL');
  scenario('no step leads to a goal that is over')
    .after(opened, ['2024-01-09', setGoal()], ['2024-01-10', reach])
    .when('2024-01-11', planAction())
    .refused('GOAL_CLOSED');

  const planned = (title: string) => scenario(title).after(opened, ['2024-01-09', setGoal()], ['2024-01-10', planAction()]);
  planned('a planned step is taken').when('2024-01-11', complete).then({ type: 'ActionCompleted', data: { actionId } });
  planned('a step is taken once').after(['2024-01-11', complete]).when('2024-01-12', complete).refused('OUT_OF_ORDER');
  planned('a step may still be taken when its goal is over').after(['2024-01-11', drop]).when('2024-01-12', complete).thenTypes('ActionCompleted');
  planned('a step may be rewarded')
    .when('2024-01-11', reward('taart'))
    .then({ type: 'StepRewarded', data: { actionId, what: 'taart' } });
  planned('a step may be rewarded in another way too').after(['2024-01-11', reward('taart')]).when('2024-01-12', reward('zwembad')).thenTypes('StepRewarded');
  planned('the same reward is given once').after(['2024-01-11', reward('taart')]).when('2024-01-12', reward('taart')).refused('OUT_OF_ORDER');
  scenario('a step that nobody planned cannot be taken').after(opened).when('2024-01-11', complete).refused('UNKNOWN_ACTION');
  scenario('a step that nobody planned is not rewarded').after(opened).when('2024-01-11', reward('taart')).refused('UNKNOWN_ACTION');
});

describe('agreeing on the plan', () => {
  const talked = (title: string) => scenario(title).after(opened, ['2024-01-09', conversation]);
  scenario('comes after a first conversation').after(opened, ['2024-01-09', setGoal()]).when('2024-01-10', agree).refused('NO_FIRST_CONVERSATION');
  talked('wants a goal').when('2024-01-10', agree).refused('NO_GOALS');
  talked('wants a goal that the household did not let go of')
    .after(['2024-01-10', setGoal()], ['2024-01-11', drop])
    .when('2024-01-12', agree)
    .refused('NO_GOALS');
  talked('makes the first version')
    .after(['2024-01-10', setGoal()], ['2024-01-10', planAction()])
    .when('2024-01-11', agree)
    .then({ type: 'PlanAgreed', data: { version: 1, goals: [goalId], actions: [actionId] } });
  talked('makes a second version when something changed')
    .after(['2024-01-10', setGoal()], ['2024-01-10', planAction()], ['2024-01-11', agree], ['2024-01-12', setGoal(idOf(501))], ['2024-01-13', drop])
    .when('2024-01-14', agree)
    .then({ type: 'PlanAgreed', data: { version: 2, goals: [idOf(501)], actions: [] } });
  talked('makes no version of what already stands')
    .after(['2024-01-10', setGoal()], ['2024-01-11', agree])
    .when('2024-01-12', agree)
    .refused('OUT_OF_ORDER');
  talked('is not undone by a reward')
    .after(['2024-01-10', setGoal()], ['2024-01-10', planAction()], ['2024-01-11', agree])
    .when('2024-01-12', reward('taart'))
    .thenState((state) => state.phase === 'open' && state.plan.agreement, 'agreed');
});
