import { alongMoments } from './process.js';

test('a course is told along its moments, each where it came first', () => {
  const steps = ['TrajectoryOpened', 'ContactLogged', 'FirstConversationHeld', 'PlanAgreed', 'GoalSet', 'PlanAgreed', 'FirstConversationHeld'].map((activity, n) => ({ activity, on: `2024-01-0${n + 1}` }));
  expect(alongMoments({ trajectory: 'p1', steps })).toEqual({ trajectory: 'p1', steps: [steps[0], steps[2], steps[3]] });
});
