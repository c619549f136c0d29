import type { TrajectoryState } from '../state.js';
import { agree, agreedOn, asked, BUY_OUT, fail, miss, paid, repay, work } from '../testing/buy-outs.js';
import { confirmed, openedState } from '../testing/debts.js';
import { scenario } from '../testing/scenario.js';

const buyOutId = BUY_OUT;
const months = (count: number, from = 1) => Array.from({ length: count }, (_, i) => ['2024-05-01', repay(from + i)] as const);
const repaying = [...paid, ['2024-04-11', agree()]] as const;
const closedTrajectory = { type: 'TrajectoryClosed', data: { householdId: 'any', outcome: 'stable' } } as const;
const instalment = (number: number) => (state: TrajectoryState) => {
  const repayment = openedState(state).debtBuyOut.buyOuts[0]?.repayment;
  return repayment && repayment.phase !== 'none' ? repayment.instalments[number - 1] : undefined;
};

describe('agreeing on repayment', () => {
  scenario('in money, also before the money for the creditors is there')
    .after(...asked)
    .when('2024-04-08', agree())
    .then({ type: 'RepaymentAgreed', data: { buyOutId, form: 'money', perMonth: 9_650, months: 18, firstDue: '2024-05-01' } });
  scenario('in work')
    .after(...asked)
    .when('2024-04-08', agree({ form: 'in-kind', hours: 40, perMonth: undefined, months: 12 }))
    .then({ type: 'RepaymentAgreed', data: { buyOutId, form: 'in-kind', minutes: 2_400, months: 12, firstDue: '2024-05-01' } });
  scenario('happens once')
    .after(...repaying)
    .when('2024-04-12', agree())
    .refused('OUT_OF_ORDER');
  scenario('needs an amount')
    .after(...asked)
    .when('2024-04-08', agree({ perMonth: undefined }))
    .refused('AMOUNT_NOT_POSITIVE', { field: 'perMonth' });
  scenario('or hours')
    .after(...asked)
    .when('2024-04-08', agree({ form: 'in-kind' }))
    .refused('AMOUNT_NOT_POSITIVE', { field: 'hours' });
  scenario('and months')
    .after(...asked)
    .when('2024-04-08', agree({ months: 0 }))
    .refused('AMOUNT_NOT_POSITIVE', { field: 'months' });
  scenario('needs a buy-out')
    .after(...confirmed)
    .when('2024-04-08', agree())
    .refused('UNKNOWN_BUY_OUT');
  scenario('not one that failed')
    .after(...asked, ['2024-04-06', fail()])
    .when('2024-04-08', agree())
    .refused('OUT_OF_ORDER');
  scenario('not for an offer of nothing')
    .after(...agreedOn({ method: 'zero-offer', motivation: 'geen draagkracht' }))
    .when('2024-04-08', agree())
    .refused('OUT_OF_ORDER');
});

describe('repaying in money', () => {
  scenario('a month comes in')
    .after(...repaying)
    .when('2024-05-01', repay(1))
    .then({ type: 'RepaymentReceived', data: { buyOutId, number: 1, amount: 9_650 } });
  scenario('parts add up')
    .after(...repaying, ['2024-05-01', repay(1, 5_000)])
    .when('2024-05-10', repay(1, 4_650))
    .thenState(instalment(1), {
      number: 1,
      dueOn: '2024-05-01',
      share: 9_650,
      received: 9_650,
      phase: 'received',
    });
  scenario('not to more than a month')
    .after(...repaying, ['2024-05-01', repay(1, 5_000)])
    .when('2024-05-10', repay(1, 4_651))
    .refused('EXCEEDS_INSTALMENT', { facts: { due: 4_650 } });
  scenario('a month is received once')
    .after(...repaying, ['2024-05-01', repay(1)])
    .when('2024-05-02', repay(1, 20_000))
    .refused('REPAYMENT_RECEIVED');
  scenario('a number outside the agreement is too much')
    .after(...repaying)
    .when('2024-05-01', repay(19))
    .refused('EXCEEDS_INSTALMENT');
  scenario('there is no number 0')
    .after(...repaying)
    .when('2024-05-01', repay(0))
    .refused('EXCEEDS_INSTALMENT');
  scenario('nothing is no part')
    .after(...repaying)
    .when('2024-05-01', repay(1, 0))
    .refused('AMOUNT_NOT_POSITIVE');
  scenario('work is no money')
    .after(...repaying)
    .when('2024-05-01', work(1, 2))
    .refused('AMOUNT_NOT_POSITIVE');
  scenario('only what was agreed')
    .after(...paid)
    .when('2024-05-01', repay(1))
    .refused('OUT_OF_ORDER');
  scenario('only in a buy-out that is there')
    .after(...confirmed)
    .when('2024-05-01', repay(1))
    .refused('UNKNOWN_BUY_OUT');
  scenario('the last one closes the credit')
    .after(...repaying, ...months(17))
    .when('2025-10-01', repay(18))
    .thenTypes('RepaymentReceived', 'CreditClosed');
  scenario('also when it is not the last number')
    .after(...repaying, ...months(17, 2))
    .when('2025-10-01', repay(1))
    .thenTypes('RepaymentReceived', 'CreditClosed');
  scenario('a part of the last one does not')
    .after(...repaying, ...months(17))
    .when('2025-10-01', repay(18, 9_649))
    .mayRepeat()
    .thenTypes('RepaymentReceived');
  scenario('goes on when the trajectory is closed')
    .after(...repaying)
    .given('2025-01-01', closedTrajectory)
    .when('2025-02-01', repay(9))
    .thenTypes('RepaymentReceived');
});

describe('a month that did not come in', () => {
  scenario('is missed')
    .after(...repaying)
    .when('2024-05-02', miss(1))
    .then({ type: 'RepaymentMissed', data: { buyOutId, number: 1 } });
  scenario('once')
    .after(...repaying, ['2024-05-02', miss(1)])
    .when('2024-05-03', miss(1))
    .refused('OUT_OF_ORDER');
  scenario('not when it was received')
    .after(...repaying, ['2024-05-01', repay(1)])
    .when('2024-05-02', miss(1))
    .refused('REPAYMENT_RECEIVED');
  scenario('may still come in')
    .after(...repaying, ['2024-05-02', miss(1)])
    .when('2024-05-20', repay(1))
    .thenTypes('RepaymentReceived');
  scenario('is no number outside the agreement')
    .after(...repaying)
    .when('2024-05-02', miss(19))
    .refused('EXCEEDS_INSTALMENT');
  scenario('was agreed')
    .after(...paid)
    .when('2024-05-02', miss(1))
    .refused('OUT_OF_ORDER');
  scenario('belongs to a buy-out')
    .after(...confirmed)
    .when('2024-05-02', miss(1))
    .refused('UNKNOWN_BUY_OUT');
  scenario('is missed also after closing')
    .after(...repaying)
    .given('2025-01-01', closedTrajectory)
    .when('2025-02-01', miss(9))
    .thenTypes('RepaymentMissed');
});
