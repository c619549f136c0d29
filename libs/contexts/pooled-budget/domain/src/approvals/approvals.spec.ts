import { availableIn } from '../reading/totals.js';
import type { PooledBudgetState } from '../state.js';
import { answer, approve, ask, contribute, giveBack, grant, open, pay, reject, takeBack, withdraw } from '../testing/commands.js';
import { idOf, REQUEST, TRAJECTORY } from '../testing/ids.js';
import { after, filled, pot, type Step } from '../testing/scenario.js';

const ids = { requestId: REQUEST, trajectoryId: TRAJECTORY };
const unknown = idOf(299);
const waiting: readonly Step[] = [...filled, ['2024-02-01', 'coach', ask(60_000)]];
const half: readonly Step[] = [...waiting, ['2024-02-02', 'holder1', approve()]];
const approved: readonly Step[] = [...half, ['2024-02-03', 'holder2', approve()]];
const returned: readonly Step[] = [...half, ['2024-02-03', 'holder2', giveBack()]];
const rejected: readonly Step[] = [...waiting, ['2024-02-02', 'holder1', reject()]];
const holder1 = { actor: 'holder1' };
const holder2 = { actor: 'holder2' };

describe('approving', () => {
  after('the first of two gives an approval', ...waiting)
    .when('2024-02-02', approve(), holder1)
    .then({ type: 'ApprovalGiven', data: { ...ids, approvedBy: 'holder1' } });
  after('the last of two reserves the money', ...half)
    .when('2024-02-03', approve(), holder2)
    .then(
      { type: 'ApprovalGiven', data: { ...ids, approvedBy: 'holder2' } },
      { type: 'SpendingApproved', data: { ...ids, by: 'approvers', year: 2024, reserved: 60_000 } },
    );
  after('only then', ...half).when('2024-02-03', approve(), holder2).thenState((state: PooledBudgetState) => availableIn(state, 2024), 360_000);
  after('an unknown request', ...waiting).when('2024-02-02', approve(unknown), holder1).refused('UNKNOWN_REQUEST');
  after('not before it happens', ...waiting).when('2024-02-03', approve(), { ...holder1, now: '2024-02-02' }).refused('IN_THE_FUTURE');
  after('nobody approves an own request', ...waiting).when('2024-02-02', approve(), { actor: 'coach' }).refused('OWN_REQUEST');
  after('nobody approves twice', ...half).when('2024-02-03', approve(), holder1).refused('SAME_APPROVER');
  after('nor once it is approved', ...approved).when('2024-02-04', approve(), holder1).refused('SAME_APPROVER');
  after('what is approved waits for nobody', ...approved).when('2024-02-04', approve(), { actor: 'holder3' }).refused('NOT_AWAITING_APPROVAL');
  after('what a mandate approved waits for nobody', ...filled, ['2024-02-01', 'coach', ask(100)])
    .when('2024-02-02', approve(), holder1)
    .refused('NOT_AWAITING_APPROVAL');
  after('what is rejected waits for nobody', ...rejected).when('2024-02-03', approve(), holder2).refused('NOT_AWAITING_APPROVAL');
  after('the last approval looks again at what is there', ...half, ['2024-02-02', 'holder1', takeBack(2024, 'participatiewet', 150_000)], [
    '2024-02-02',
    'holder1',
    takeBack(2024, 'wmo', 120_000),
  ], ['2024-02-02', 'holder1', takeBack(2024, 'jeugd', 90_000)], ['2024-02-02', 'holder1', takeBack(2024, 'schuldhulp', 1)])
    .when('2024-02-03', approve(), holder2)
    .refused('INSUFFICIENT_FUNDS', { facts: { available: '599.99', year: 2024 } });
  const others: readonly Step[] = [1, 2, 3, 4, 5].map((n) => ['2024-02-02', 'coach', ask(50_000, { requestId: idOf(210 + n), payee: `p${n}` })]);
  after('the last approval looks again at what the household may get', ...filled, ['2024-02-01', 'coach', ask(60_000)], ...others, [
    '2024-02-02',
    'holder1',
    approve(),
  ])
    .when('2024-02-03', approve(), holder2)
    .refused('HOUSEHOLD_CEILING_REACHED', { facts: { left: '500.00' } });
});

describe('a question first', () => {
  after('a request goes back with a question', ...half)
    .when('2024-02-03', giveBack(), holder2)
    .then({ type: 'SpendingReturned', data: { ...ids, question: 'Waarom?' } });
  after('a question reserves nothing', ...half).when('2024-02-03', giveBack(), holder2).thenState((state: PooledBudgetState) => availableIn(state, 2024), 420_000);
  after('and cannot be approved before the answer', ...returned).when('2024-02-04', approve(), holder2).refused('NOT_AWAITING_APPROVAL');
  after('nor returned again', ...returned).when('2024-02-04', giveBack(), holder1).refused('NOT_AWAITING_APPROVAL');
  after('who asks for the money does not return it', ...waiting).when('2024-02-02', giveBack(), { actor: 'coach' }).refused('OWN_REQUEST');
  after('an unknown request does not go back', ...waiting).when('2024-02-02', giveBack(unknown), holder1).refused('UNKNOWN_REQUEST');
  after('the coach answers', ...returned)
    .when('2024-02-04', answer(), { actor: 'coach' })
    .then({ type: 'ReturnAnswered', data: { ...ids, answer: 'Daarom.' } });
  after('what nobody asked is not answered', ...waiting).when('2024-02-04', answer()).refused('OUT_OF_ORDER');
  after('a rejected request is not answered', ...rejected).when('2024-02-04', answer()).refused('NOT_AWAITING_APPROVAL');
  after('an unknown request is not answered', ...waiting).when('2024-02-04', answer(unknown)).refused('UNKNOWN_REQUEST');
  const answered: readonly Step[] = [...returned, ['2024-02-04', 'coach', answer()]];
  after('approvals given before no longer count', ...answered)
    .when('2024-02-05', approve(), holder1)
    .then({ type: 'ApprovalGiven', data: { ...ids, approvedBy: 'holder1' } });
});

describe('a no', () => {
  after('has a reason', ...half)
    .when('2024-02-03', reject(), holder2)
    .then({ type: 'SpendingRejected', data: { ...ids, rejectedBy: 'holder2', reason: 'past niet' } });
  after('may follow a question without an answer', ...returned).when('2024-02-10', reject(), holder2).thenTypes('SpendingRejected');
  after('is not of who asks', ...waiting).when('2024-02-02', reject(), { actor: 'coach' }).refused('OWN_REQUEST');
  after('is given once', ...rejected).when('2024-02-03', reject(), holder2).refused('NOT_AWAITING_APPROVAL');
  after('does not follow a yes', ...approved).when('2024-02-04', reject(), holder1).refused('NOT_AWAITING_APPROVAL');
  after('is not of an unknown request', ...waiting).when('2024-02-02', reject(unknown), holder1).refused('UNKNOWN_REQUEST');
});

describe('taking a request back', () => {
  after('while it waits', ...waiting)
    .when('2024-02-02', withdraw())
    .then({ type: 'SpendingWithdrawn', data: { ...ids, freed: 0 } });
  after('while it is returned', ...returned).when('2024-02-04', withdraw()).thenTypes('SpendingWithdrawn');
  after('not once it is approved', ...approved).when('2024-02-04', withdraw()).refused('NOT_AWAITING_APPROVAL');
  after('not twice', ...waiting, ['2024-02-02', 'coach', withdraw()]).when('2024-02-03', withdraw()).refused('NOT_AWAITING_APPROVAL');
  after('not what is unknown', ...waiting).when('2024-02-02', withdraw(unknown)).refused('UNKNOWN_REQUEST');

  const emergency: readonly Step[] = [
    ['2024-01-01', 'holder1', open()],
    ['2024-01-01', 'holder1', contribute(2024, 'wmo', 500_000)],
    ['2024-01-01', 'holder1', grant({ emergency: { upTo: 80_000, settleWithinWorkingDays: 3 } })],
    ['2024-02-01', 'coach', ask(70_000, { emergency: true })],
  ];
  after('an emergency that was not spent frees its money', ...emergency)
    .when('2024-02-02', withdraw())
    .thenState((state: PooledBudgetState) => [availableIn(state, 2024), pot(state).emergencies], [500_000, []]);
  after('an emergency that was spent stays', ...emergency, ['2024-02-01', 'coach', pay(10_000, '2024-02-01')])
    .when('2024-02-02', withdraw())
    .refused('OUT_OF_ORDER');
});
