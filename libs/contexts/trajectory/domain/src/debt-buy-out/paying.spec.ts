import type { TrajectoryState } from '../state.js';
import { agreed, agreedOn, answer, asked, BUY_OUT, confirmFunding, drafted, fail, forgive, fourAgreed, funded, fundFrom, paid, pay, POT, refuseFunding, award, SECOND } from '../testing/buy-outs.js';
import { C1, C4, C5, CJIB, confirmed, confirmInventory, correct, fiveDebts, openedState, recordBalance, register, remove, requestBalances } from '../testing/debts.js';
import { idOf, opened } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';
import { fundsReserved } from './rules.js';

const buyOutId = BUY_OUT;
const reserved = (state: TrajectoryState) => fundsReserved(openedState(state).debtBuyOut);

describe('the money for a buy-out', () => {
  scenario('is asked of the credit bank')
    .after(...agreed)
    .when('2024-04-05', fundFrom())
    .then({ type: 'FundingRequested', data: { buyOutId, from: 'credit-bank', amount: 173_700 } });
  scenario('is asked of a pot')
    .after(...agreed)
    .when('2024-04-05', fundFrom(POT))
    .then({ type: 'FundingRequested', data: { buyOutId, from: 'pooled-budget', budgetId: POT, amount: 173_700 } });
  scenario('of a pot that has a name')
    .after(...agreed)
    .when('2024-04-05', { type: 'RequestFunding', data: { trajectoryId: 'any', buyOutId, from: 'pooled-budget' } })
    .refused('UNKNOWN_BUDGET');
  scenario('when all have agreed').after(...fourAgreed, ['2024-03-20', answer(C5, 'refused')]).when('2024-04-05', fundFrom()).refused('NOT_ALL_AGREED');
  scenario('not before offers were sent').after(...drafted).when('2024-04-05', fundFrom()).refused('NOT_ALL_AGREED');
  scenario('not twice').after(...asked).when('2024-04-06', fundFrom()).refused('OUT_OF_ORDER');
  scenario('not for a buy-out that is not there').after(...confirmed).when('2024-04-06', fundFrom()).refused('UNKNOWN_BUY_OUT');
  scenario('not for what failed').after(...agreed, ['2024-04-05', fail()]).when('2024-04-06', fundFrom()).refused('OUT_OF_ORDER');
  scenario('not on a list of debts that changed')
    .after(...agreed, ['2024-04-04', correct(C1, { claim: 1_000 })], ['2024-04-04', confirmInventory])
    .when('2024-04-05', fundFrom())
    .refused('DEBT_INVENTORY_OPEN');
  scenario('not for mediation').after(...agreedOn({ method: 'debt-mediation' })).when('2024-04-05', fundFrom()).refused('OUT_OF_ORDER');
  scenario('not for an offer of nothing')
    .after(...agreedOn({ method: 'zero-offer', motivation: 'geen draagkracht' }))
    .when('2024-04-05', fundFrom())
    .refused('OUT_OF_ORDER');

  scenario('is there').after(...asked).when('2024-04-08', confirmFunding).then({ type: 'FundingConfirmed', data: { buyOutId, reference: 'krediet-1' } });
  scenario('not twice').after(...funded).when('2024-04-09', confirmFunding).refused('OUT_OF_ORDER');
  scenario('not when nobody asked').after(...agreed).when('2024-04-08', confirmFunding).refused('OUT_OF_ORDER');
  scenario('not when not all agreed').after(...fourAgreed).when('2024-04-08', confirmFunding).refused('NOT_ALL_AGREED');
  scenario('not for claims that changed in between')
    .after(...asked, ['2024-04-06', correct(C1, { claim: 1_000 })])
    .when('2024-04-08', confirmFunding)
    .refused('DEBT_INVENTORY_OPEN');

  scenario('is refused').after(...asked).when('2024-04-08', refuseFunding).then({ type: 'FundingRefused', data: { buyOutId, reason: 'te hoog' } });
  scenario('is not refused twice').after(...asked, ['2024-04-08', refuseFunding]).when('2024-04-09', refuseFunding).refused('OUT_OF_ORDER');
  scenario('is not refused when it is there').after(...funded).when('2024-04-09', refuseFunding).refused('OUT_OF_ORDER');
  scenario('is not refused before all agreed').after(...fourAgreed).when('2024-04-09', refuseFunding).refused('NOT_ALL_AGREED');
  scenario('refused, it may be asked elsewhere').after(...asked, ['2024-04-08', refuseFunding]).when('2024-04-09', fundFrom(POT)).thenTypes('FundingRequested');

  scenario('is reserved once it is asked').after(...agreed).when('2024-04-05', fundFrom()).thenState(reserved, true);
  scenario('no longer when it was refused').after(...asked).when('2024-04-08', refuseFunding).thenState(reserved, false);
  scenario('no longer when the buy-out failed').after(...funded).when('2024-04-09', fail()).thenState(reserved, false);
  scenario('no longer when all were paid').after(...paid.slice(0, -1)).when('2024-04-10', pay(C5)).thenState(reserved, false);
});

describe('paying a creditor', () => {
  scenario('discharges the rest')
    .after(...funded)
    .when('2024-04-10', pay(C1))
    .then(
      { type: 'CreditorPaid', data: { buyOutId, debtId: C1, amount: 48_025 } },
      { type: 'DebtDischarged', data: { buyOutId, debtId: C1, amount: 236_612 } },
    );
  scenario('names the pot that it comes from')
    .after(...agreed, ['2024-04-05', fundFrom(POT)], ['2024-04-08', confirmFunding])
    .when('2024-04-10', pay(C4))
    .then(
      { type: 'CreditorPaid', data: { buyOutId, debtId: C4, amount: 50_144, budgetId: POT } },
      { type: 'DebtDischarged', data: { buyOutId, debtId: C4, amount: 98_456 } },
    );
  scenario('the last one ends the buy-out').after(...paid.slice(0, -1)).when('2024-04-10', pay(C5)).thenTypes('CreditorPaid', 'DebtDischarged', 'BuyOutPaid');
  scenario('happens once').after(...paid).when('2024-04-11', pay(C1)).refused('CREDITOR_PAID');
  scenario('waits for the money').after(...asked).when('2024-04-10', pay(C1)).refused('NOT_FUNDED');
  scenario('waits for money that was refused').after(...asked, ['2024-04-08', refuseFunding]).when('2024-04-10', pay(C1)).refused('NOT_FUNDED');
  scenario('stops once the buy-out failed').after(...funded, ['2024-04-10', pay(C1)], ['2024-04-10', fail()]).when('2024-04-11', pay(C1)).refused('NOT_FUNDED');
  scenario('not a debt without an offer').after(...funded).when('2024-04-10', pay(CJIB)).refused('UNKNOWN_DEBT');
  scenario('not without a buy-out').after(...confirmed).when('2024-04-10', pay(C1)).refused('UNKNOWN_BUY_OUT');
  scenario('goes on when another debt turns up').after(...funded, ['2024-04-09', register(CJIB, 39_000)]).when('2024-04-10', pay(C1)).thenTypes('CreditorPaid', 'DebtDischarged');
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
  scenario('when all have agreed').after(...zero.slice(0, -1)).when('2024-04-10', pay(C1)).refused('NOT_ALL_AGREED');
  scenario('on the claims that they agreed on')
    .after(...zero, ['2024-04-09', correct(C1, { claim: 1_000 })])
    .when('2024-04-10', pay(C1))
    .refused('DEBT_INVENTORY_OPEN');
});

describe('a debt whose money is there', () => {
  const commands = [correct(C1, { claim: 1 }), remove(C1), recordBalance(C1, 1), requestBalances(C1), forgive(C1)];
  for (const command of commands) {
    scenario(`takes no ${command.type}`).after(...funded).when('2024-04-09', command).refused('DEBT_SETTLED');
    scenario(`takes no ${command.type} once it is paid`).after(...paid).when('2024-04-11', command).refused('DEBT_SETTLED');
  }
  scenario('may change again when the buy-out failed').after(...funded, ['2024-04-09', fail()]).when('2024-04-10', correct(C1, { claim: 1 })).thenTypes('DebtCorrected');
});

describe('giving up a buy-out', () => {
  scenario('frees what a pot had set aside')
    .after(...agreed, ['2024-04-05', fundFrom(POT)])
    .when('2024-04-06', fail())
    .then({ type: 'BuyOutFailed', data: { buyOutId, cause: 'given-up', reason: 'verhuisd', budgetId: POT } });
  scenario('happens once').after(...agreed, ['2024-04-05', fail()]).when('2024-04-06', fail()).refused('OUT_OF_ORDER');
  scenario('not when all were paid').after(...paid).when('2024-04-11', fail()).refused('OUT_OF_ORDER');
  scenario('not what is not there').after(...drafted).when('2024-04-11', fail(SECOND)).refused('UNKNOWN_BUY_OUT');
});

describe('what the municipality gives', () => {
  scenario('it forgives its own claim').after(...fiveDebts).when('2024-02-01', forgive(C4)).then({ type: 'MunicipalDebtForgiven', data: { debtId: C4, amount: 148_600 } });
  scenario('once').after(...fiveDebts, ['2024-02-01', forgive(C4)]).when('2024-02-02', forgive(C4)).refused('DEBT_SETTLED');
  scenario('not a claim that nobody knows').after(...fiveDebts).when('2024-02-02', forgive(idOf(999))).refused('UNKNOWN_DEBT');
  scenario('not in a buy-out that is not there').after(...fiveDebts).when('2024-02-02', forgive(C4, SECOND)).refused('UNKNOWN_BUY_OUT');
  scenario('a list with that claim is to be confirmed anew')
    .after(...confirmed)
    .when('2024-03-01', forgive(C4))
    .thenState((state: TrajectoryState) => openedState(state).debts.inventory.phase, 'open');
  scenario('it rewards a step')
    .after(...paid)
    .when('2024-09-01', award(5_000, BUY_OUT))
    .mayRepeat()
    .then({ type: 'IncentiveAwarded', data: { amount: 5_000, step: 'opleiding afgemaakt', buyOutId } });
  scenario('also without a buy-out').after(opened).when('2024-09-01', award(5_000)).mayRepeat().thenTypes('IncentiveAwarded');
  scenario('with something').after(opened).when('2024-09-01', award(0)).refused('AMOUNT_NOT_POSITIVE');
  scenario('not in a buy-out that is not there').after(opened).when('2024-09-01', award(5_000, BUY_OUT)).refused('UNKNOWN_BUY_OUT');
});
