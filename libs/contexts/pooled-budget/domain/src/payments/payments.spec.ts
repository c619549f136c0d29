import { unconfirmedOn } from '../reading/attention.js';
import { householdSpend } from '../reading/household-spend.js';
import { availableIn, yearTotals } from '../reading/totals.js';
import type { PooledBudgetState } from '../state.js';
import { lawOn } from '@perspectief/law';
import { approve, ask, closeYear, contribute, deliver, pay, receive, refund, reject, settle, takeBack } from '../testing/commands.js';
import { idOf, PAYMENT, REFUND, REQUEST, TRAJECTORY } from '../testing/ids.js';
import { after, filled, type Step } from '../testing/scenario.js';

const ids = { requestId: REQUEST, trajectoryId: TRAJECTORY };
const zero = { jeugd: 0, wmo: 0, participatiewet: 0, schuldhulp: 0 };
const even = { jeugd: 25, wmo: 25, participatiewet: 25, schuldhulp: 25 };
const split = { jeugd: 60, participatiewet: 40 };
const approved: readonly Step[] = [...filled, ['2024-02-01', 'coach', ask(40_000, { split })]];
const unsplit: readonly Step[] = [...filled, ['2024-02-01', 'coach', ask(40_000)]];
const paid: readonly Step[] = [...approved, ['2024-02-10', 'holder1', pay(40_000, '2024-02-09')]];
const other = idOf(301);

describe('paying', () => {
  after('each law knows its part by the split of the request', ...approved)
    .when('2024-02-10', pay(40_000, '2024-02-09'))
    .then({
      type: 'PaymentRecorded',
      data: {
        ...ids,
        paymentId: PAYMENT,
        amount: 40_000,
        deliveredOn: '2024-02-09',
        year: 2024,
        attribution: { ...zero, jeugd: 24_000, participatiewet: 16_000 },
      },
    });
  after('without a split by what the domains put in, to the cent', ...unsplit)
    .when('2024-02-10', pay(10_000, '2024-02-09'))
    .thenState((state: PooledBudgetState) => yearTotals(state, 2024).byDomain, {
      jeugd: 2143,
      wmo: 2857,
      participatiewet: 3571,
      schuldhulp: 1429,
    });
  after('as the contributions stand at that moment', ...unsplit, ['2024-02-05', 'holder1', contribute(2024, 'schuldhulp', 3_780_000)])
    .when('2024-02-10', pay(10_000, '2024-02-09'))
    .thenState((state: PooledBudgetState) => yearTotals(state, 2024).byDomain.schuldhulp, 9143);
  after('equal fractions get their cent in the order of the laws', ...filled, ['2024-02-01', 'coach', ask(2, { split: even })])
    .when('2024-02-10', pay(2, '2024-02-09'))
    .thenState((state: PooledBudgetState) => yearTotals(state, 2024).byDomain, { ...zero, jeugd: 1, wmo: 1 });
  after('what was reserved is paid from, not twice', ...approved)
    .when('2024-02-10', pay(30_000, '2024-02-09'))
    .thenState(
      (state: PooledBudgetState) => [yearTotals(state, 2024), householdSpend(state, TRAJECTORY)],
      [
        expect.objectContaining({ paid: 30_000, reserved: 10_000, available: 380_000 }),
        expect.objectContaining({ paid: 30_000, reserved: 10_000, left: 260_000 }),
      ],
    );
  after('parts add up to what was approved', ...approved, ['2024-02-10', 'holder1', pay(30_000, '2024-02-09')])
    .when('2024-02-11', pay(10_000, '2024-02-11', { paymentId: other }))
    .thenTypes('PaymentRecorded');
  after('not a cent more', ...approved, ['2024-02-10', 'holder1', pay(30_000, '2024-02-09')])
    .when('2024-02-11', pay(10_001, '2024-02-11', { paymentId: other }))
    .refused('EXCEEDS_RESERVATION', { facts: { reserved: '100.00' } });
  after('nothing after the request was settled', ...approved, ['2024-02-02', 'coach', settle()])
    .when('2024-02-11', pay(1, '2024-02-11'))
    .refused('EXCEEDS_RESERVATION');
  after('nothing on an unknown request', ...approved).when('2024-02-10', pay(1, '2024-02-09', { requestId: idOf(299) })).refused('UNKNOWN_REQUEST');
  after('a payment is recorded once', ...paid).when('2024-02-11', pay(1, '2024-02-09')).refused('PAYMENT_EXISTS', { field: 'paymentId' });
  after('not before it happens', ...approved).when('2024-02-10', pay(1, '2024-02-09'), { now: '2024-02-09' }).refused('IN_THE_FUTURE');
  after('nothing is no payment', ...approved).when('2024-02-10', pay(0, '2024-02-09')).refused('AMOUNT_NOT_POSITIVE');
  const waiting: readonly Step[] = [...filled, ['2024-02-01', 'coach', ask(60_000)]];
  after('not while it waits for approval', ...waiting, ['2024-02-02', 'holder1', approve()])
    .when('2024-02-10', pay(60_000, '2024-02-09'))
    .refused('NOT_APPROVED');
  after('not when it was rejected', ...waiting, ['2024-02-02', 'holder1', reject()])
    .when('2024-02-10', pay(60_000, '2024-02-09'))
    .refused('NOT_APPROVED');
});

describe('the year of a cost', () => {
  after('is the year of delivery', ...approved)
    .when('2024-12-20', pay(40_000, '2025-01-10'))
    .thenState(
      (state: PooledBudgetState) => [2024, 2025].map((year) => [yearTotals(state, year).paid, yearTotals(state, year).reserved, availableIn(state, year)]),
      [
        [0, 0, 420_000],
        [40_000, 0, 60_000],
      ],
    );
  after('needs money in that year', ...approved, ['2024-02-02', 'holder1', takeBack(2025, 'jeugd', 60_001)])
    .when('2024-12-20', pay(40_000, '2025-01-10'))
    .refused('INSUFFICIENT_FUNDS', { facts: { available: '399.99', year: 2025 } });
  after('is the first open year where that one is closed', ...approved, ['2024-12-31', 'holder1', closeYear(2024)])
    .when('2025-01-10', pay(40_000, '2024-12-20'))
    .thenState((state: PooledBudgetState) => [yearTotals(state, 2024).paid, yearTotals(state, 2025).paid], [0, 40_000]);
});

describe('settling', () => {
  after('what was left is free again', ...approved, ['2024-02-10', 'holder1', pay(30_000, '2024-02-09')])
    .when('2024-02-11', settle())
    .then({ type: 'SpendingSettled', data: { ...ids, freed: 10_000 } });
  after('once', ...approved, ['2024-02-10', 'holder1', settle()]).when('2024-02-11', settle()).refused('OUT_OF_ORDER');
  after('not what was not approved', ...filled, ['2024-02-01', 'coach', ask(60_000)]).when('2024-02-11', settle()).refused('NOT_APPROVED');
  after('not what is unknown', ...filled).when('2024-02-11', settle()).refused('UNKNOWN_REQUEST');
});

describe('a refund', () => {
  after('goes back to each law in proportion', ...paid)
    .when('2024-03-01', refund(10_000))
    .then({
      type: 'RefundRecorded',
      data: {
        ...ids,
        paymentId: PAYMENT,
        refundId: REFUND,
        amount: 10_000,
        year: 2024,
        attribution: { ...zero, jeugd: 6_000, participatiewet: 4_000 },
      },
    });
  after('of all of it restores what was', ...unsplit, ['2024-02-10', 'holder1', pay(9_999, '2024-02-09')], ['2024-03-01', 'holder1', refund(3_333)])
    .when('2024-03-02', refund(6_666, { refundId: idOf(401) }))
    .thenState((state: PooledBudgetState) => [yearTotals(state, 2024).byDomain, householdSpend(state, TRAJECTORY).paid], [zero, 0]);
  after('is not more than its payment', ...paid, ['2024-03-01', 'holder1', refund(30_000)])
    .when('2024-03-02', refund(10_001, { refundId: idOf(401) }))
    .refused('EXCEEDS_PAYMENT', { facts: { standing: '100.00' } });
  after('is recorded once', ...paid, ['2024-03-01', 'holder1', refund(1)]).when('2024-03-02', refund(1)).refused('REFUND_EXISTS');
  after('is of a payment that is known', ...approved).when('2024-03-01', refund(1)).refused('UNKNOWN_PAYMENT');
  after('is of a payment of that request', ...paid, ['2024-03-01', 'coach', ask(100, { requestId: idOf(201) })])
    .when('2024-03-02', refund(1, { requestId: idOf(201) }))
    .refused('UNKNOWN_PAYMENT');
  after('is of a request that is known', ...paid).when('2024-03-01', refund(1, { requestId: idOf(299) })).refused('UNKNOWN_REQUEST');
  after('of nothing is none', ...paid).when('2024-03-01', refund(0)).refused('AMOUNT_NOT_POSITIVE');
  after('after the year closed is money of the first open year', ...paid, ['2024-12-31', 'holder1', closeYear(2024)])
    .when('2025-02-01', refund(10_000))
    .thenState(
      (state: PooledBudgetState) => [yearTotals(state, 2024).paid, yearTotals(state, 2025).paid, availableIn(state, 2025)],
      [40_000, -10_000, 110_000],
    );
});

describe('delivery and receipt', () => {
  after('delivery is confirmed', ...approved)
    .when('2024-02-10', deliver('2024-02-09'))
    .then({ type: 'DeliveryConfirmed', data: { ...ids, on: '2024-02-09' } });
  after('receipt is confirmed by the household', ...approved)
    .when('2024-02-10', receive('household'), { actor: 'household-member' })
    .then({ type: 'ReceiptConfirmed', data: { ...ids, by: 'household' } });
  after('a coach says it as the coach', ...approved)
    .when('2024-02-10', receive('coach'))
    .then({ type: 'ReceiptConfirmed', data: { ...ids, by: 'coach' } });
  after('what a coach writes down for the household says so', ...approved)
    .when('2024-02-10', receive('household'))
    .then({ type: 'ReceiptConfirmed', data: { ...ids, by: 'household', onBehalf: true } });
  const behalf: readonly Step[] = [...approved, ['2024-02-10', 'coach', receive('household')]];
  after('and is written down once', ...behalf).when('2024-02-11', receive('household')).refused('OUT_OF_ORDER');
  after('and keeps the household from nothing', ...behalf).when('2024-02-11', receive('household'), { actor: 'household-member' }).thenTypes('ReceiptConfirmed');
  after('nor is it written down after the household said it', ...approved, ['2024-02-10', 'household-member', receive('household')]).when('2024-02-11', receive('household')).refused('OUT_OF_ORDER');
  after('a household does not confirm as the coach', ...approved).when('2024-02-10', receive('coach'), { actor: 'household-member' }).refused('NOT_THE_COACH', { field: 'by' });
  after('each once', ...approved, ['2024-02-10', 'coach', deliver('2024-02-09')]).when('2024-02-11', deliver('2024-02-10')).refused('OUT_OF_ORDER');
  after('by each once', ...approved, ['2024-02-10', 'coach', receive('coach')]).when('2024-02-11', receive('coach')).refused('OUT_OF_ORDER');
  after('by the household too', ...approved, ['2024-02-10', 'coach', receive('coach')]).when('2024-02-11', receive('household')).thenTypes('ReceiptConfirmed');
  after('not before it arrives', ...approved).when('2024-02-10', deliver('2024-02-11')).refused('IN_THE_FUTURE', { field: 'on' });
  const waiting: readonly Step[] = [...filled, ['2024-02-01', 'coach', ask(60_000)]];
  after('no delivery of what was not approved', ...waiting).when('2024-02-10', deliver('2024-02-09')).refused('NOT_APPROVED');
  after('no receipt of what was not approved', ...waiting).when('2024-02-10', receive('coach')).refused('NOT_APPROVED');
  after('no delivery of what is unknown', ...filled).when('2024-02-10', deliver('2024-02-09')).refused('UNKNOWN_REQUEST');
  after('no receipt of what is unknown', ...filled).when('2024-02-10', receive('coach')).refused('UNKNOWN_REQUEST');
  const late = (state: PooledBudgetState) => ['2024-03-11', '2024-03-12'].map((day) => unconfirmedOn(state, day, lawOn(day)).map(({ missing }) => missing));
  after('after thirty days what is paid and not received shows', ...paid)
    .when('2024-02-10', deliver('2024-02-09'))
    .thenState(late, [[], [['receipt']]]);
  after('with both confirmed nothing shows', ...paid, ['2024-02-10', 'coach', deliver('2024-02-09')])
    .when('2024-02-10', receive('coach'))
    .thenState(late, [[], []]);
});
