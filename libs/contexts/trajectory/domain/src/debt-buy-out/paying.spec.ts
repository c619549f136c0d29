import {
  agreed,
  agreedOn,
  asked,
  BUY_OUT,
  fail,
  forgive,
  funded,
  fundFrom,
  paid,
  pay,
  POT,
  refuseFunding,
} from '../testing/buy-outs.js';
import { C1, C4, C5, CJIB, confirmed, correct, recordBalance, register, remove, requestBalances } from '../testing/debts.js';
import { scenario } from '../testing/scenario.js';

const buyOutId = BUY_OUT;

describe('paying a creditor', () => {
  scenario('discharges the rest')
    .after(...funded)
    .when('2024-04-10', pay(C1))
    .then(
      { type: 'CreditorPaid', data: { buyOutId, debtId: C1, amount: 48_025 } },
      { type: 'DebtDischarged', data: { buyOutId, debtId: C1, amount: 236_612 } },
    );
  scenario('names the pot that it comes from')
    .after(...agreed, ['2024-04-05', fundFrom(POT)])
    .given('2024-04-08', { type: 'FundingConfirmed', data: { buyOutId, reference: 'pooled-budget' } })
    .when('2024-04-10', pay(C4))
    .then(
      { type: 'CreditorPaid', data: { buyOutId, debtId: C4, amount: 50_144, budgetId: POT } },
      { type: 'DebtDischarged', data: { buyOutId, debtId: C4, amount: 98_456 } },
    );
  scenario('the last one ends the buy-out')
    .after(...paid.slice(0, -1))
    .when('2024-04-10', pay(C5))
    .thenTypes('CreditorPaid', 'DebtDischarged', 'BuyOutPaid');
  scenario('happens once')
    .after(...paid)
    .when('2024-04-11', pay(C1))
    .refused('CREDITOR_PAID');
  scenario('waits for the money')
    .after(...asked)
    .when('2024-04-10', pay(C1))
    .refused('NOT_FUNDED');
  scenario('waits for money that was refused')
    .after(...asked, ['2024-04-08', refuseFunding])
    .when('2024-04-10', pay(C1))
    .refused('NOT_FUNDED');
  scenario('stops once the buy-out failed')
    .after(...funded, ['2024-04-10', pay(C1)], ['2024-04-10', fail()])
    .when('2024-04-11', pay(C1))
    .refused('NOT_FUNDED');
  scenario('not a debt without an offer')
    .after(...funded)
    .when('2024-04-10', pay(CJIB))
    .refused('UNKNOWN_DEBT');
  scenario('not without a buy-out')
    .after(...confirmed)
    .when('2024-04-10', pay(C1))
    .refused('UNKNOWN_BUY_OUT');
  scenario('goes on when another debt turns up')
    .after(...funded, ['2024-04-09', register(CJIB, 39_000)])
    .when('2024-04-10', pay(C1))
    .thenTypes('CreditorPaid', 'DebtDischarged');
});

describe('an offer of nothing', () => {
  const zero = agreedOn({ method: 'zero-offer', motivation: 'geen draagkracht' });
  scenario('pays nothing and discharges all')
    .after(...zero)
    .when('2024-04-10', pay(C1))
    .then(
      { type: 'CreditorPaid', data: { buyOutId, debtId: C1, amount: 0 } },
      { type: 'DebtDischarged', data: { buyOutId, debtId: C1, amount: 284_637 } },
    );
  scenario('when all have agreed')
    .after(...zero.slice(0, -1))
    .when('2024-04-10', pay(C1))
    .refused('NOT_ALL_AGREED');
  scenario('on the claims that they agreed on')
    .after(...zero, ['2024-04-09', correct(C1, { claim: 1_000 })])
    .when('2024-04-10', pay(C1))
    .refused('DEBT_INVENTORY_OPEN');
});

describe('a debt whose money is there', () => {
  const commands = [correct(C1, { claim: 1 }), remove(C1), recordBalance(C1, 1), requestBalances(C1), forgive(C1)];
  for (const command of commands) {
    scenario(`takes no ${command.type}`)
      .after(...funded)
      .when('2024-04-09', command)
      .refused('DEBT_SETTLED');
    scenario(`takes no ${command.type} once it is paid`)
      .after(...paid)
      .when('2024-04-11', command)
      .refused('DEBT_SETTLED');
  }
  scenario('may change again when the buy-out failed')
    .after(...funded, ['2024-04-09', fail()])
    .when('2024-04-10', correct(C1, { claim: 1 }))
    .thenTypes('DebtCorrected');
});
