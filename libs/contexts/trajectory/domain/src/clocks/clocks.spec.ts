import { isRefused, parseLocalDateTime, toInstant, type CommandMeta } from '@perspectief/kernel';
import { scenariosOf } from '@perspectief/kernel/testing';
import { lawWith } from '@perspectief/law';
import type { TrajectoryCommand } from '../commands.js';
import type { TrajectoryEvent } from '../events.js';
import type { TrajectoryState } from '../state.js';
import { HOUSEHOLD, idOf, TRAJECTORY } from '../testing/histories.js';
import { standardContext } from '../testing/scenario.js';
import { trajectoryDecider } from '../trajectory.js';
import type { TrajectoryClock } from './clock.js';
import { clocksOf } from './clocks-of.js';

const { stateOf } = scenariosOf(trajectoryDecider, standardContext);
const trajectoryId = TRAJECTORY;
type Step = readonly [on: string, type: TrajectoryCommand['type'], data?: object];
interface Dated {
  readonly on: string;
  readonly what: TrajectoryEvent;
}

const metaOn = (on: string): CommandMeta => {
  const at = parseLocalDateTime(on) ?? on;
  const id = idOf(0);
  const actor = { id: 'coach', role: 'neighbourhood-coach' };
  return { commandId: id, correlationId: id, causationId: id, actor, happenedOn: at, now: toInstant(at), nowLocal: at };
};
const step = (past: readonly Dated[], [on, type, data]: Step): readonly Dated[] => {
  const command = { type, data: { trajectoryId, ...data } } as TrajectoryCommand;
  const decision = trajectoryDecider.decide(command, stateOf(past), metaOn(on), standardContext);
  if (isRefused(decision)) throw new Error(`${type} on ${on} is refused: ${decision.refused.code}`);
  return [...past, ...decision.accepted.map((what) => ({ on, what }))];
};
const after = (...steps: readonly Step[]): TrajectoryState => stateOf(steps.reduce(step, []));
const opening = (on: string): Step => [on, 'OpenTrajectory', { householdId: HOUSEHOLD, area: 'beijum', source: 'self' }];
const received = (on: string, applicationId: string, law: string, kind: string): Step => [on, 'ReceiveApplication', { applicationId, law, kind }];
const decided = (on: string, applicationId: string, outcome = 'granted'): Step => [on, 'DecideApplication', { applicationId, outcome }];
const talked = (on: string, applicationId?: string): Step => [on, 'HoldFirstConversation', { place: 'home', applicationId }];
const threatened = (on: string, threatId: string, threatensOn: string): Step => [on, 'ReportThreat', { threatId, threat: 'eviction', threatensOn }];

const clocks = (state: TrajectoryState, asOf: string, law?: Parameters<typeof clocksOf>[2]): readonly TrajectoryClock[] =>
  state.phase === 'none' ? [] : clocksOf(state, asOf, law);
const seen = (all: readonly TrajectoryClock[], rule: string, ...fields: readonly (keyof TrajectoryClock)[]) =>
  all.filter((clock) => clock.rule === rule).map((clock) => fields.map((field) => clock[field]));

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
  test('a clock that had not started by the day is not there', () => {
    expect(clocks(state, '2023-11-27').map(({ rule }) => rule)).toEqual(['wgs-first-conversation']);
  });
});

describe('the first conversation about debt help', () => {
  const denied = after(
    opening('2025-01-20'),
    received('2025-01-20', debtHelp, 'schuldhulp', 'debt-help'),
    threatened('2025-01-27', eviction, '2025-02-11'),
    talked('2025-01-30T10:00'),
    threatened('2025-02-03', idOf(702), '2025-02-20'),
    decided('2025-03-20', debtHelp),
  );
  test('is three working days away when a threat is reported', () => {
    expect(seen(clocks(denied, '2025-06-01'), 'wgs-first-conversation-threat', 'threat', 'due', 'metOn')).toEqual([
      [eviction, '2025-01-30', '2025-01-30'],
    ]);
  });
  test('starts the eight weeks for the decision', () => {
    expect(seen(clocks(denied, '2025-06-01'), 'wgs-decision', 'due', 'metOn')).toEqual([['2025-03-27', '2025-03-20']]);
  });
  test('about an earlier application does not stop the clock of a threat after a new one', () => {
    const state = after(
      opening('2024-01-08'),
      received('2024-01-08', debtHelp, 'schuldhulp', 'debt-help'),
      talked('2024-01-09'),
      decided('2024-01-10', debtHelp),
      received('2024-02-01', dental, 'schuldhulp', 'debt-help'),
      threatened('2024-02-05', eviction, '2024-03-01'),
      talked('2024-02-06'),
    );
    expect(seen(clocks(state, '2024-03-01'), 'wgs-first-conversation-threat', 'startedOn', 'metOn')).toEqual([['2024-02-05', '2024-02-06']]);
    expect(seen(clocks(state, '2024-03-01'), 'wgs-first-conversation', 'application', 'metOn')).toEqual([
      [debtHelp, '2024-01-09'],
      [dental, '2024-02-06'],
    ]);
  });
  test('about the trajectory itself counts for a threat while nothing was applied for', () => {
    const state = after(opening('2024-01-08'), talked('2024-01-09'), threatened('2024-02-05', eviction, '2024-03-01'));
    expect(seen(clocks(state, '2024-03-01'), 'wgs-first-conversation-threat', 'due')).toEqual([]);
  });
  test('is not awaited any more for an application that was taken back', () => {
    const state = after(opening('2024-01-08'), received('2024-01-08', debtHelp, 'schuldhulp', 'debt-help'), decided('2024-01-20', debtHelp, 'withdrawn'));
    expect(seen(clocks(state, '2024-06-01'), 'wgs-first-conversation', 'state', 'lapsedOn', 'running')).toEqual([['lapsed', '2024-01-20', false]]);
    expect(seen(clocks(state, '2024-01-19'), 'wgs-first-conversation', 'state', 'running')).toEqual([['running', true]]);
    expect(seen(clocks(state, '2024-06-01'), 'objection', 'due')).toEqual([]);
  });
  test('is not awaited for a threat that was averted, but it is for one that was carried out', () => {
    const closed = (how: string) =>
      after(opening('2024-01-08'), threatened('2024-01-08', eviction, '2024-02-01'), ['2024-01-09', 'CloseThreat', { threatId: eviction, how }]);
    expect(seen(clocks(closed('averted'), '2024-02-01'), 'wgs-first-conversation-threat', 'state', 'lapsedOn')).toEqual([['lapsed', '2024-01-09']]);
    expect(seen(clocks(closed('carried-out'), '2024-02-01'), 'wgs-first-conversation-threat', 'state')).toEqual([['breached']]);
  });
  test('that came too late is met late', () => {
    const state = after(opening('2024-01-08'), received('2024-01-08', debtHelp, 'schuldhulp', 'debt-help'), talked('2024-02-06'));
    expect(seen(clocks(state, '2024-02-05'), 'wgs-first-conversation', 'due', 'state')).toEqual([['2024-02-05', 'running']]);
    expect(seen(clocks(state, '2024-03-01'), 'wgs-first-conversation', 'due', 'state')).toEqual([['2024-02-05', 'met-late']]);
  });
});

describe('advances while general assistance is awaited', () => {
  const id = idOf(610);
  const applied = [opening('2024-01-08'), received('2024-01-08', id, 'participatiewet', 'general-assistance')] as const;
  const paid = (on: string): Step => [on, 'RecordAdvance', { applicationId: id, amount: 90_000 }];
  test('are due in four weeks, and again in four', () => {
    const state = after(...applied, paid('2024-02-01'));
    expect(seen(clocks(state, '2024-02-10'), 'pw-advance', 'startedOn', 'due', 'metOn')).toEqual([
      ['2024-01-08', '2024-02-05', '2024-02-01'],
      ['2024-02-05', '2024-03-04', undefined],
    ]);
  });
  test('are not owed after the decision', () => {
    const state = after(...applied, paid('2024-02-01'), decided('2024-02-20', id));
    expect(seen(clocks(state, '2024-06-01'), 'pw-advance', 'due', 'state')).toEqual([
      ['2024-02-05', 'met'],
      ['2024-03-04', 'lapsed'],
    ]);
    const early = after(...applied, paid('2024-01-20'), decided('2024-02-01', id));
    expect(seen(clocks(early, '2024-06-01'), 'pw-advance', 'due', 'state')).toEqual([['2024-02-05', 'met']]);
  });
  test('that never came stay owed, also when the decision comes late', () => {
    expect(seen(clocks(after(...applied, decided('2024-02-20', id)), '2024-06-01'), 'pw-advance', 'due', 'state', 'lapsedOn')).toEqual([
      ['2024-02-05', 'breached', '2024-02-20'],
    ]);
  });
});

describe('the term for a decision', () => {
  const applied = [opening('2024-01-08'), received('2024-01-15', youth, 'jeugd', 'youth-provision')] as const;
  test('moves to the day that was told in time', () => {
    const state = after(...applied, ['2024-03-11', 'ExtendTerm', { applicationId: youth, newDue: '2024-03-25', reason: 'advies' }]);
    expect(seen(clocks(state, '2024-03-20'), 'awb-decision', 'baseDue', 'due', 'state')).toEqual([['2024-03-11', '2024-03-25', 'running']]);
  });
  test('shows where it would end while it stands still', () => {
    const state = after(...applied, ['2024-01-22', 'SuspendClock', { applicationId: youth, reason: 'consent', from: '2024-01-22' }]);
    expect(seen(clocks(state, '2024-01-29'), 'awb-decision', 'due', 'state', 'provisional')).toEqual([['2024-03-18', 'suspended', true]]);
  });
  test('follows other rules where those are asked about', () => {
    const stricter = lawWith([{ key: 'youth-decision-term', value: 4, name: 'ordinance' }]);
    expect(seen(clocks(after(...applied), '2024-01-29', stricter), 'awb-decision', 'due')).toEqual([['2024-02-12']]);
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

describe('creditors and the court', () => {
  const debt = (n: number, claim: number): Step => [
    '2024-01-09',
    'RegisterDebt',
    { debtId: idOf(n), creditor: `c${n}`, claim, rank: 'concurrent', treatment: 'included', kind: 'other' },
  ];
  const arranging: readonly Step[] = [
    opening('2024-01-08'),
    debt(301, 100_000),
    debt(302, 50_000),
    ['2024-02-01', 'StartArrangement'],
    ['2024-02-01', 'RequestBalances', { debts: [idOf(301)] }],
  ];
  test('arranging takes 120 days, and creditors answer in 28 with a reminder after 14', () => {
    const all = clocks(after(...arranging), '2024-02-10');
    expect(seen(all, 'arrangement', 'due', 'state')).toEqual([['2024-05-31', 'running']]);
    expect(seen(all, 'balance-answer', 'debt', 'due', 'reminderOn', 'duty')).toEqual([[idOf(301), '2024-02-29', '2024-02-15', 'creditor']]);
  });
  test('an answer meets the one, and the last yes the other', () => {
    const buyOutId = idOf(350);
    const yes = (on: string, n: number): Step => [on, 'RecordOfferResponse', { buyOutId, debtId: idOf(n), response: 'accepted' }];
    const drafted: readonly Step[] = [
      ...arranging,
      ['2024-02-20', 'RecordBalance', { debtId: idOf(301), claim: 100_000, referenceDate: '2024-02-15' }],
      ['2024-02-21', 'ConfirmDebtInventory'],
      ['2024-02-21', 'RecordProtectedAmount', { income: 180_000, protectedAmount: 170_000, calculatorVersion: '2024-01', documentRef: 'v' }],
      ['2024-02-22', 'DraftBuyOut', { buyOutId, method: 'settlement-credit', months: 10 }],
      ['2024-02-22', 'SendOffers', { buyOutId, respondBy: '2024-03-21' }],
      yes('2024-03-05', 301),
    ];
    expect(seen(clocks(after(...drafted), '2024-03-10'), 'arrangement', 'metOn')).toEqual([[undefined]]);
    const all = clocks(after(...drafted, yes('2024-03-04', 302)), '2024-03-10');
    expect(seen(all, 'arrangement', 'metOn')).toEqual([['2024-03-05']]);
    expect(seen(all, 'balance-answer', 'metOn', 'state')).toEqual([['2024-02-20', 'met']]);
  });
  test('the court hears within two weeks how a narrow freeze went', () => {
    const freezeId = idOf(800);
    const granted: readonly Step[] = [
      opening('2024-01-08'),
      threatened('2024-01-08', eviction, '2024-02-01'),
      ['2024-01-09', 'RequestFreeze', { freezeId, threatId: eviction, instrument: 'narrow-moratorium', debts: [], evidence: [] }],
      ['2024-01-12', 'GrantFreeze', { freezeId, from: '2024-01-12', until: '2024-07-12', conditions: [] }],
    ];
    expect(seen(clocks(after(...granted), '2024-04-01'), 'freeze-report-to-court', 'due')).toEqual([]);
    const lifted = after(...granted, ['2024-04-11', 'LiftFreeze', { freezeId, reason: 'afgekocht' }], ['2024-04-12', 'ReportToCourt', { freezeId }]);
    expect(seen(clocks(lifted, '2024-05-01'), 'freeze-report-to-court', 'freeze', 'due', 'metOn')).toEqual([[freezeId, '2024-04-25', '2024-04-12']]);
    const expired = after(...granted, ['2024-07-13', 'ExpireFreeze', { freezeId }]);
    expect(seen(clocks(expired, '2024-07-14'), 'freeze-report-to-court', 'startedOn', 'due')).toEqual([['2024-07-12', '2024-07-26']]);
  });
});
