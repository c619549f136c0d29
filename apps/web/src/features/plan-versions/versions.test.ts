import { expect, test } from 'vitest';
import { changesBetween, versionsOf, type PlanOfVersions } from './versions';

const step = (actionId: string, completedOn: string | null = null) => ({ actionId, what: actionId, who: 'an', dueOn: '2026-05-01', phase: completedOn ? 'completed' : 'planned', completedOn });
const goal = (goalId: string, lifeArea: string, phase = 'open', closedOn: string | null = null, actions = [step(`${goalId}-step`)]) => ({ goalId, wish: `wens ${goalId}`, lifeArea, phase, closedOn, actions });

const plan: PlanOfVersions = {
  agreement: 'agreed',
  goals: [
    goal('post', 'finances', 'dropped', '2026-02-01'), goal('rust', 'finances'), goal('huis', 'housing', 'reached', '2026-02-10', [step('bel', '2026-02-09'), step('teken')]),
    goal('werk', 'work-and-learning'), goal('sport', 'physical-health', 'dropped', '2026-02-05'),
  ],
  versions: [
    { version: 1, agreedOn: '2026-01-10', goals: ['post', 'huis', 'sport'], actions: ['post-step', 'bel', 'sport-step'] },
    { version: 2, agreedOn: '2026-03-01', goals: ['rust', 'huis', 'werk'], actions: ['rust-step', 'bel', 'teken', 'werk-step'] },
  ],
};
const [first, second] = versionsOf(plan);

test('a later version says what was added, said otherwise, reached and let go', () => {
  const changes = changesBetween(plan, first!, second!);
  expect(changes.map(({ kind, goal: { goalId }, before }) => [goalId, kind, before])).toEqual([
    ['rust', 'reworded', 'wens post'], ['huis', 'done', undefined], ['werk', 'added', undefined], ['sport', 'dropped', undefined],
  ]);
  expect(changes.flatMap(({ steps }) => steps.map(({ kind, step: { actionId } }) => [actionId, kind]))).toEqual([
    ['rust-step', 'added'], ['post-step', 'dropped'], ['bel', 'done'], ['teken', 'added'], ['werk-step', 'added'], ['sport-step', 'dropped'],
  ]);
});

test('a version beside itself has nothing new', () => {
  expect(changesBetween(plan, second!, second!).filter(({ kind }) => kind !== 'kept')).toEqual([]);
});

test('what changed since the last agreement is a version of its own', () => {
  const draft = versionsOf({ ...plan, agreement: 'draft', goals: [...plan.goals, goal('zwemmen', 'physical-health')] });
  expect(draft.at(-1)).toMatchObject({ version: 3, agreedOn: undefined, goals: ['rust', 'huis', 'werk', 'zwemmen'] });
  expect(versionsOf({ agreement: 'draft', goals: [], versions: [] })).toEqual([]);
});
