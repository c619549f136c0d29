// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { nextThing, stepsAhead, type Plan } from './use-my-plan';

const step = (what: string, dueOn: string, phase = 'planned') => ({ actionId: what, what, who: 'coach', dueOn, phase, completedOn: null, rewards: [] });
const goal = (wish: string, phase: string, actions: readonly ReturnType<typeof step>[]) => ({ goalId: wish, wish, phase, lifeArea: 'housing', targetDate: '2026-12-31', closedOn: null, actions });

const planOf = (over: Partial<Plan> = {}): Plan => ({
  __typename: 'Trajectory', id: 't', householdId: 'h', status: 'active', day: '2026-11-22', coachId: 'coach',
  plan: { agreement: 'agreed', versions: [], goals: [goal('rust', 'open', [step('later', '2026-12-10'), step('first', '2026-11-25'), step('done', '2026-11-01', 'completed')]), goal('oud', 'dropped', [step('dropped', '2026-11-23')])] },
  stories: [], clocks: [], debtSums: null, freezes: [], buyOuts: [], tandem: null, aftercare: null, ...over,
});

const talk = (plannedOn: string) => ({ current: { phase: 'running', until: null, checkIns: [{ number: 1, phase: 'planned', plannedOn }] } });

test('steps ahead are those of open goals, not yet taken, the soonest first', () => {
  expect(stepsAhead(planOf()).map(({ what }) => what)).toEqual(['first', 'later']);
});

test('an answer that others wait for comes before any step', () => {
  expect(nextThing(planOf({ tandem: { tandemId: 'x', phase: 'proposed', coachId: 'coach', expertId: 'expert', since: null } }))).toEqual({ kind: 'answer', expertId: 'expert' });
});

test('a talk that comes before the soonest step is the next thing', () => {
  expect(nextThing(planOf({ aftercare: talk('2026-11-24') }))).toEqual({ kind: 'talk', on: '2026-11-24' });
  expect(nextThing(planOf({ aftercare: talk('2026-11-26') }))).toMatchObject({ kind: 'step', what: 'first' });
});

test('a payment that comes before both is, also when it was due before today; work instead of money is planned with the coach', () => {
  const term = (phase: string, dueOn: string, amount: string | null = '57.00') => ({ number: 1, dueOn, amount, phase });
  const repaying = (...instalments: ReturnType<typeof term>[]) => planOf({ buyOuts: [{ repayment: { phase: 'running', instalments } }] as never });
  expect(nextThing(repaying(term('received', '2026-10-01'), term('open', '2026-11-20'), term('open', '2026-12-20')))).toEqual({ kind: 'payment', amount: '57.00', on: '2026-11-20' });
  expect(nextThing(repaying(term('open', '2026-11-26')))).toMatchObject({ kind: 'step', what: 'first' });
  expect(nextThing(repaying(term('open', '2026-11-20', null)))).toMatchObject({ kind: 'step', what: 'first' });
});

test('a talk that lies behind us is not the next thing', () => {
  expect(nextThing(planOf({ plan: null, aftercare: talk('2026-11-20') }))).toEqual({ kind: 'nothing' });
});

test('with nothing of our own ahead, it is what others must decide the soonest', () => {
  const clock = (rule: string, state: string, due: string) => ({ rule, state, due, metOn: null, daysLeft: 3, article: '', application: null, explanation: { nl: '', en: '' } });
  const clocks = [clock('wgs-decision', 'running', '2026-12-20'), clock('wgs-first-conversation', 'running', '2026-11-25'), clock('wmo-decision', 'met', '2026-11-23')];
  expect(nextThing(planOf({ plan: null, clocks }))).toEqual({ kind: 'decision', rule: 'wgs-first-conversation', on: '2026-11-25' });
});
