import { after, clocks, decided, opening, received, seen, talked, threatened } from '../testing/clock-histories.js';
import { idOf } from '../testing/histories.js';

const [debtHelp, dental, report, provision, youth] = [1, 2, 3, 4, 5].map((n) => idOf(600 + n)) as [string, string, string, string, string];
const eviction = idOf(701);

describe('the clocks of a whole trajectory', () => {
  const state = after(
    opening('2023-11-27'),
    received('2023-11-27', debtHelp, 'schuldhulp', 'debt-help'),
    threatened('2023-12-20', eviction, '2024-01-09'),
    talked('2023-12-21T11:00'),
    received('2024-01-08', report, 'wmo', 'support-report'),
    received('2024-01-10', dental, 'participatiewet', 'special-assistance'),
    received('2024-01-15', youth, 'jeugd', 'youth-provision'),
    ['2024-01-22', 'SuspendClock', { applicationId: youth, reason: 'supplement-requested', from: '2024-01-22' }],
    decided('2024-01-25', debtHelp),
    ['2024-01-29', 'ResumeClock', { applicationId: youth, on: '2024-01-29' }],
    ['2024-02-12', 'CompleteInvestigation', { applicationId: report }],
    received('2024-02-12', provision, 'wmo', 'provision'),
    decided('2024-02-22', provision),
    decided('2024-03-01', dental),
    decided('2024-03-15', youth),
  );
  test.each([
    ['wgs-first-conversation', 'application', debtHelp, '2023-12-27', '2023-12-21'],
    ['wgs-first-conversation-threat', 'threat', eviction, '2023-12-27', '2023-12-21'],
    ['wgs-decision', 'application', debtHelp, '2024-02-15', '2024-01-25'],
    ['wmo-investigation', 'application', report, '2024-02-19', '2024-02-12'],
    ['wmo-decision', 'application', provision, '2024-02-26', '2024-02-22'],
    ['awb-decision', 'application', dental, '2024-03-06', '2024-03-01'],
    ['awb-decision', 'application', youth, '2024-03-18', '2024-03-15'],
  ] as const)('%s of %s %s is due on %s and met on %s', (rule, about, id, due, metOn) => {
    expect(clocks(state, '2026-10-02')).toContainEqual(expect.objectContaining({ rule, [about]: id, due, metOn, state: 'met' }));
  });
  test('each decision opens a term for objection under its own law', () => {
    expect(seen(clocks(state, '2024-03-20'), 'objection', 'application', 'law', 'due')).toEqual([
      [debtHelp, 'schuldhulp', '2024-03-07'],
      [dental, 'participatiewet', '2024-04-12'],
      [youth, 'jeugd', '2024-04-26'],
      [provision, 'wmo', '2024-04-04'],
    ]);
  });
  test('the household has a week for a plan of its own, for as long as the need is investigated', () => {
    expect(seen(clocks(state, '2024-01-10'), 'wmo-personal-plan', 'due', 'duty', 'state')).toEqual([['2024-01-15', 'household', 'running']]);
  });
  test('a term that the household leaves unused lapses, and breaches nothing', () => {
    const all = clocks(state, '2024-02-01');
    expect(seen(all, 'wmo-personal-plan', 'state', 'lapsedOn', 'running')).toEqual([['lapsed', '2024-01-15', false]]);
    expect(seen(clocks(state, '2024-03-08'), 'objection', 'application', 'state')).toContainEqual([debtHelp, 'lapsed']);
  });
  test('a clock that had not started by the day is not there', () => {
    expect(clocks(state, '2023-11-27').map(({ rule }) => rule)).toEqual(['wgs-first-conversation']);
  });
});

describe('when the trajectory is over', () => {
  const state = after(
    opening('2024-01-08'),
    received('2024-01-08', debtHelp, 'schuldhulp', 'debt-help'),
    received('2024-01-08', youth, 'jeugd', 'youth-provision'),
    decided('2024-01-25', youth, 'refused'),
    ['2024-02-01', 'StopTrajectory', { reason: 'moved' }],
  );
  test('what was awaited of others lapses', () => {
    expect(seen(clocks(state, '2024-06-01'), 'wgs-first-conversation', 'state', 'lapsedOn')).toEqual([['lapsed', '2024-02-01']]);
  });
  test('the household may still object', () => {
    expect(seen(clocks(state, '2024-02-20'), 'objection', 'due', 'state')).toEqual([['2024-03-07', 'running']]);
  });
});
