import type { TrajectoryState } from '../state.js';
import { agree, BUY_OUT, paid, repay, work } from '../testing/buy-outs.js';
import { openedState } from '../testing/debts.js';
import { scenario } from '../testing/scenario.js';

const buyOutId = BUY_OUT;
const instalment = (number: number) => (state: TrajectoryState) => {
  const repayment = openedState(state).debtBuyOut.buyOuts[0]?.repayment;
  return repayment && repayment.phase !== 'none' ? repayment.instalments[number - 1] : undefined;
};

describe('repaying in work', () => {
  const working = [...paid, ['2024-04-11', agree({ form: 'in-kind', hours: 40, perMonth: undefined, months: 12 })]] as const;
  scenario('an even part each month')
    .after(...working)
    .when('2024-05-01', work(1, 3))
    .mayRepeat()
    .then({ type: 'RepaymentReceived', data: { buyOutId, number: 1, minutes: 180 } });
  scenario('a third of an hour is twenty minutes')
    .after(...working)
    .when('2024-05-01', work(1, 3.33))
    .thenState(instalment(1), {
      number: 1,
      dueOn: '2024-05-01',
      share: 200,
      received: 200,
      phase: 'received',
    });
  scenario('not more')
    .after(...working)
    .when('2024-05-01', work(1, 4))
    .refused('EXCEEDS_INSTALMENT');
  scenario('money is no work')
    .after(...working)
    .when('2024-05-01', repay(1))
    .refused('AMOUNT_NOT_POSITIVE', { field: 'hours' });
  const uneven = [...paid, ['2024-04-11', agree({ form: 'in-kind', hours: 1, perMonth: undefined, months: 7 })]] as const;
  scenario('parts that do not divide evenly add up all the same')
    .after(...uneven)
    .when('2024-05-01', work(1, 0.05))
    .mayRepeat()
    .thenState(
      (state: TrajectoryState) => {
        const repayment = openedState(state).debtBuyOut.buyOuts[0]?.repayment;
        return repayment && repayment.phase !== 'none' ? repayment.instalments.map(({ share }) => share) : [];
      },
      [8, 9, 8, 9, 8, 9, 9],
    );
});

describe('less work than months', () => {
  const little = [...paid, ['2024-04-11', agree({ form: 'in-kind', hours: 0.05, perMonth: undefined, months: 18 })]] as const;
  scenario('asks for nothing in some of them')
    .after(...little)
    .when('2024-05-01', work(1, 0.02))
    .refused('REPAYMENT_RECEIVED');
  scenario('and closes with the last minute')
    .after(...little, ['2024-05-01', work(6, 0.017)], ['2024-05-01', work(12, 0.017)])
    .when('2024-05-01', work(18, 0.017))
    .thenTypes('RepaymentReceived', 'CreditClosed');
});
