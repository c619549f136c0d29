import type { SpendingRequest } from './state.js';
import { valuesOf } from '../keyed.js';
import { overdueEmergencies } from '../reading/attention.js';
import { householdSpend } from '../reading/household-spend.js';
import { availableIn } from '../reading/totals.js';
import type { PooledBudgetState } from '../state.js';
import { approve, ask, closeYear, contribute, grant, open, pay, reasons, reject, withdraw } from '../testing/commands.js';
import { idOf, OTHER_TRAJECTORY, REQUEST, TRAJECTORY } from '../testing/ids.js';
import { after, filled, pot as potOf, scenario, type Step } from '../testing/scenario.js';

const second = idOf(201);

describe('asking for what a household needs', () => {
  after('within the mandate the yes comes at once, and the money is reserved', ...filled)
    .when('2024-02-01', ask(42_900, { split: { participatiewet: 100 } }))
    .then(
      {
        type: 'SpendingRequested',
        data: {
          requestId: REQUEST,
          trajectoryId: TRAJECTORY,
          requestedBy: 'coach',
          amount: 42_900,
          ...reasons,
          split: { participatiewet: '100' },
          year: 2024,
          rule: 'within-mandate',
          approvers: 0,
        },
      },
      { type: 'SpendingApproved', data: { requestId: REQUEST, trajectoryId: TRAJECTORY, by: 'mandate', year: 2024, reserved: 42_900 } },
    );
  after('above the mandate it waits, and reserves nothing', ...filled)
    .when('2024-02-01', ask(60_000))
    .thenState((state: PooledBudgetState) => [availableIn(state, 2024), householdSpend(state, TRAJECTORY).reserved], [420_000, 0]);
  const approversOf = (state: PooledBudgetState) => valuesOf<SpendingRequest>(potOf(state).requests).map(({ rule, approvers }) => [rule, approvers]);
  after('above a tier it wants the number of that tier', ...filled)
    .when('2024-02-01', ask(50_001))
    .thenState(approversOf, [['above-mandate', 2]]);
  after('without a mandate one approver is enough below the tier', ...filled)
    .when('2024-02-01', ask(50_000), { actor: 'other-coach' })
    .thenState(approversOf, [['no-mandate', 1]]);
  after(
    'of several tiers the highest one that is exceeded holds',
    ['2024-01-01', 'holder1', open({ tiers: [{ above: 150_000, approvers: 3 }, { above: 50_000, approvers: 2 }] })],
    ['2024-01-01', 'holder1', contribute(2024, 'wmo', 500_000)],
  )
    .when('2024-02-01', ask(150_001))
    .thenState(approversOf, [['no-mandate', 3]]);
  after('a year may be named', ...filled)
    .when('2024-12-01', ask(42_900, { year: 2025 }))
    .thenState((state: PooledBudgetState) => [availableIn(state, 2024), availableIn(state, 2025)], [420_000, 57_100]);
});

describe('what is refused', () => {
  const asked: Step = ['2024-02-01', 'coach', ask(42_900)];

  scenario('a pot that nobody opened').when('2024-02-01', ask(100)).refused('UNKNOWN_BUDGET');
  after('an unknown trajectory', ...filled).knowing({ trajectory: undefined }).when('2024-02-01', ask(100)).refused('UNKNOWN_TRAJECTORY');
  after('an id in use', ...filled, asked).when('2024-02-02', ask(100)).refused('REQUEST_EXISTS', { field: 'requestId' });
  after('a request of tomorrow', ...filled).when('2024-02-02', ask(100), { now: '2024-02-01' }).refused('IN_THE_FUTURE');
  after('an amount of nothing', ...filled).when('2024-02-01', ask(0)).refused('AMOUNT_NOT_POSITIVE');
  after('a closed trajectory', ...filled)
    .knowing({ trajectory: { exists: true, open: false } })
    .when('2024-02-01', ask(100))
    .refused('TRAJECTORY_CLOSED');
  after('a closed year', ...filled, ['2024-12-31', 'holder1', closeYear(2024)]).when('2024-12-31', ask(100)).refused('YEAR_CLOSED');
  after('more than is there, saying what is', ...filled)
    .when('2024-02-01', ask(100_001, { year: 2025 }))
    .refused('INSUFFICIENT_FUNDS', { facts: { available: '1000.00', year: 2025 } });
  after('more than the household may still get, saying how much that is', ...filled, asked)
    .when('2024-02-02', ask(257_101, { requestId: second }))
    .refused('HOUSEHOLD_CEILING_REACHED', { facts: { left: '2571.00' } });
  after('as much as the household may still get is fine', ...filled, asked)
    .when('2024-02-02', ask(257_100, { requestId: second }))
    .thenTypes('SpendingRequested');
  after('the ceiling is of one household', ...filled, asked)
    .when('2024-02-02', ask(257_101, { requestId: second, trajectoryId: OTHER_TRAJECTORY }))
    .thenTypes('SpendingRequested');
  for (const split of [{ jeugd: 60, wmo: 39 }, { jeugd: 101 }, { jeugd: 110, wmo: -10 }, {}, { jeugd: Number.NaN }, { jeugd: '33.33', wmo: '66.66' }])
    after(`a split that is ${JSON.stringify(split)}`, ...filled).when('2024-02-01', ask(100, { split })).refused('SPLIT_NOT_100');
  after('a split in decimals may add up', ...filled)
    .when('2024-02-01', ask(100, { split: { jeugd: 33.33, wmo: 33.33, schuldhulp: '33.34' } }))
    .thenTypes('SpendingRequested', 'SpendingApproved');
});

describe('a possible duplicate', () => {
  const asked: Step = ['2024-02-01', 'coach', ask(42_900)];
  const again = (data: object = {}) => ask(42_900, { requestId: second, ...data });

  after('is the same amount for the same payee within thirty days', ...filled, asked)
    .when('2024-03-02', again({ payee: ' Witgoedwinkel' }))
    .refused('POSSIBLE_DUPLICATE', { facts: { requestId: REQUEST, requestedOn: '2024-02-01' } });
  after('is none a day later', ...filled, asked).when('2024-03-03', again()).thenTypes('SpendingRequested', 'SpendingApproved');
  after('may be confirmed', ...filled, asked)
    .when('2024-02-02', again({ duplicateConfirmed: true }))
    .thenTypes('SpendingRequested', 'SpendingApproved');
  after('is none for another household', ...filled, asked)
    .when('2024-02-02', again({ trajectoryId: OTHER_TRAJECTORY }))
    .thenTypes('SpendingRequested', 'SpendingApproved');
  after('is none for another payee', ...filled, asked)
    .when('2024-02-02', again({ payee: 'fietsenmaker' }))
    .thenTypes('SpendingRequested', 'SpendingApproved');
  const waiting: Step = ['2024-02-01', 'other-coach', ask(42_900)];
  after('is none of what was rejected', ...filled, waiting, ['2024-02-02', 'holder1', reject()])
    .when('2024-02-03', again())
    .thenTypes('SpendingRequested', 'SpendingApproved');
  after('is none of what was withdrawn', ...filled, waiting, ['2024-02-02', 'other-coach', withdraw()])
    .when('2024-02-03', again())
    .thenTypes('SpendingRequested', 'SpendingApproved');
});

describe('an emergency', () => {
  const pot: readonly Step[] = [
    ['2024-01-01', 'holder1', open()],
    ['2024-01-01', 'holder1', contribute(2024, 'wmo', 500_000)],
    ['2024-01-01', 'holder1', grant({ emergency: { upTo: 80_000, settleWithinWorkingDays: 3 } })],
  ];
  // Thursday before Easter: Good Friday and Easter Monday are no working days.
  const spent: Step = ['2024-03-28', 'coach', ask(70_000, { emergency: true })];
  const next = ask(10_000, { requestId: second });

  after('is spent first, and wants its approval within its working days', ...pot)
    .when('2024-03-28', ask(70_000, { emergency: true }))
    .thenState(
      (state: PooledBudgetState) => [potOf(state).emergencies, availableIn(state, 2024)],
      [[{ requestId: REQUEST, coachId: 'coach', settleBy: '2024-04-04' }], 430_000],
    );
  after('within the mandate is no emergency', ...pot)
    .when('2024-03-28', ask(50_000, { emergency: true }))
    .thenState((state: PooledBudgetState) => potOf(state).emergencies, []);
  after('above its part waits like any other', ...pot).when('2024-03-28', ask(80_001, { emergency: true })).thenTypes('SpendingRequested');
  after('without that part waits like any other', ...filled).when('2024-03-28', ask(70_000, { emergency: true })).thenTypes('SpendingRequested');
  after('that is not called one waits like any other', ...pot).when('2024-03-28', ask(70_000)).thenTypes('SpendingRequested');
  after('on its last day stops nothing', ...pot, spent).when('2024-04-04', next).thenTypes('SpendingRequested', 'SpendingApproved');
  after('past its term stops the coach', ...pot, spent)
    .when('2024-04-05', next)
    .refused('EMERGENCY_OVERDUE', { facts: { requestId: REQUEST, settleBy: '2024-04-04' } });
  after('past its term stops no other coach', ...pot, spent).when('2024-04-05', next, { actor: 'other-coach' }).thenTypes('SpendingRequested');
  after('shows as late the day after', ...pot)
    .when('2024-03-28', ask(70_000, { emergency: true }))
    .thenState((state: PooledBudgetState) => ['2024-04-04', '2024-04-05'].map((day) => overdueEmergencies(state, day).length), [0, 1]);
  const approvedOnce: Step = ['2024-04-02', 'holder1', approve()];
  after('wants as many approvals as any other, and reserves nothing more', ...pot, spent, approvedOnce)
    .when('2024-04-06', approve(), { actor: 'holder2' })
    .then(
      { type: 'ApprovalGiven', data: { requestId: REQUEST, trajectoryId: TRAJECTORY, approvedBy: 'holder2' } },
      { type: 'SpendingApproved', data: { requestId: REQUEST, trajectoryId: TRAJECTORY, by: 'approvers', year: 2024, reserved: 0 } },
    );
  after('approved afterwards stops nobody', ...pot, spent, approvedOnce, ['2024-04-06', 'holder2', approve()])
    .when('2024-04-07', next)
    .thenTypes('SpendingRequested', 'SpendingApproved');
  after('refused afterwards stays paid', ...pot, spent, ['2024-03-29', 'holder1', pay(70_000, '2024-03-28')])
    .when('2024-04-02', reject(), { actor: 'holder1' })
    .thenState((state: PooledBudgetState) => [householdSpend(state, TRAJECTORY).paid, potOf(state).emergencies], [70_000, []]);
  after('refused before its payment was recorded is paid all the same', ...pot, spent, ['2024-04-02', 'holder1', reject()])
    .when('2024-04-03', pay(70_000, '2024-03-28'))
    .thenTypes('PaymentRecorded');
});
