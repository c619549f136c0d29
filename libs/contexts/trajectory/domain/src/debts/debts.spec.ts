import {
  C1,
  C2,
  confirmed,
  correct,
  fiveDebts,
  openedState,
  recordBalance,
  recordProtectedAmount,
  register,
  remove,
  requestBalances,
  startArrangement,
} from '../testing/debts.js';
import { idOf, opened } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';
import type { TrajectoryState } from '../state.js';

const stranger = idOf(999);

describe('registering a debt', () => {
  scenario('a debt comes to light')
    .after(opened)
    .when('2024-01-09', register(C1, 284_637, { kind: 'housing', referenceDate: '2024-01-01' }))
    .then({
      type: 'DebtRegistered',
      data: {
        debtId: C1,
        creditor: 'schuldeiser',
        claim: 284_637,
        rank: 'concurrent',
        treatment: 'included',
        kind: 'housing',
        referenceDate: '2024-01-01',
      },
    });
  scenario('a debt of nothing is none')
    .after(opened)
    .when('2024-01-09', register(C1, 0))
    .refused('AMOUNT_NOT_POSITIVE', { field: 'claim' });
  scenario('an id is used once')
    .after(...fiveDebts)
    .when('2024-01-10', register(C1, 100))
    .refused('DEBT_EXISTS');
  scenario('also the id of a debt that was removed')
    .after(...fiveDebts, ['2024-01-10', remove(C1)])
    .when('2024-01-11', register(C1, 100))
    .refused('DEBT_EXISTS');
});

describe('correcting a debt', () => {
  scenario('the claim is put right')
    .after(...fiveDebts)
    .when('2024-02-26', correct(C1, { claim: 280_000 }))
    .then({ type: 'DebtCorrected', data: { debtId: C1, claim: 280_000, reason: 'saldo-opgave' } });
  scenario('a stranger is not corrected')
    .after(...fiveDebts)
    .when('2024-02-26', correct(stranger, { claim: 1 }))
    .refused('UNKNOWN_DEBT');
  scenario('nor a debt that was removed')
    .after(...fiveDebts, ['2024-01-10', remove(C1)])
    .when('2024-02-26', correct(C1, { claim: 1 }))
    .refused('UNKNOWN_DEBT');
  scenario('not to nothing')
    .after(...fiveDebts)
    .when('2024-02-26', correct(C1, { claim: 0 }))
    .refused('AMOUNT_NOT_POSITIVE');
  scenario('not to what it was')
    .after(...fiveDebts)
    .when('2024-02-26', correct(C1, { claim: 284_637 }))
    .refused('OUT_OF_ORDER');
});

describe('removing a debt', () => {
  scenario('it was never there')
    .after(...fiveDebts)
    .when('2024-02-26', remove(C1))
    .then({ type: 'DebtRemoved', data: { debtId: C1, reason: 'bestaat niet' } });
  scenario('a stranger is not removed')
    .after(...fiveDebts)
    .when('2024-02-26', remove(stranger))
    .refused('UNKNOWN_DEBT');
});

describe('balances', () => {
  scenario('creditors are asked')
    .after(...fiveDebts)
    .when('2024-02-01', requestBalances(C1, C2))
    .then({ type: 'BalancesRequested', data: { debts: [C1, C2] } });
  scenario('not those of a stranger')
    .after(...fiveDebts)
    .when('2024-02-01', requestBalances(C1, stranger))
    .refused('UNKNOWN_DEBT');
  scenario('who was asked and did not answer is not asked anew')
    .after(...fiveDebts, ['2024-02-01', requestBalances(C1, C2)])
    .when('2024-02-02', requestBalances(C2))
    .refused('OUT_OF_ORDER');
  scenario('who answered may be asked anew')
    .after(...fiveDebts, ['2024-02-01', requestBalances(C1)], ['2024-02-05', recordBalance(C1, 284_637)])
    .when('2024-06-01', requestBalances(C1))
    .thenTypes('BalancesRequested');
  scenario('an answer corrects the claim')
    .after(...fiveDebts, ['2024-02-01', requestBalances(C1)])
    .when('2024-02-05', recordBalance(C1, 280_000, true))
    .then({
      type: 'BalanceRecorded',
      data: { debtId: C1, claim: 280_000, referenceDate: '2024-02-01', collectiveConsent: true },
    });
  scenario('and is remembered with its days')
    .after(...fiveDebts, ['2024-02-01', requestBalances(C1)])
    .when('2024-02-05', recordBalance(C1, 280_000, true))
    .thenState((state: TrajectoryState) => openedState(state).debts.debts[0], {
      debtId: C1,
      creditor: 'schuldeiser',
      claim: 280_000,
      rank: 'concurrent',
      treatment: 'included',
      kind: 'housing',
      referenceDate: '2024-02-01',
      registeredOn: '2024-01-09',
      collectiveConsent: true,
      balance: { phase: 'answered', requestedOn: '2024-02-01', answeredOn: '2024-02-05' },
      settlement: { phase: 'open' },
    });
  scenario('an answer of a stranger is not recorded')
    .after(...fiveDebts)
    .when('2024-02-05', recordBalance(stranger, 1))
    .refused('UNKNOWN_DEBT');
  scenario('a balance of nothing is no debt')
    .after(...fiveDebts)
    .when('2024-02-05', recordBalance(C1, 0))
    .refused('AMOUNT_NOT_POSITIVE');
});

describe('arranging', () => {
  scenario('starts')
    .after(...fiveDebts)
    .when('2024-02-01', startArrangement)
    .then({ type: 'ArrangementStarted', data: {} });
  scenario('starts once')
    .after(...fiveDebts, ['2024-02-01', startArrangement])
    .when('2024-02-02', startArrangement)
    .refused('OUT_OF_ORDER');
});

describe('the protected amount', () => {
  const about = { calculatorVersion: '2024-01', documentRef: 'vtlb-2024-02-28' };
  scenario('leaves a capacity')
    .after(opened)
    .when('2024-02-28', recordProtectedAmount())
    .then({ type: 'ProtectedAmountRecorded', data: { income: 181_240, protectedAmount: 171_590, capacity: 9_650, ...about } });
  scenario('above the income leaves none')
    .after(opened)
    .when('2024-02-28', recordProtectedAmount(150_000))
    .then({ type: 'ProtectedAmountRecorded', data: { income: 150_000, protectedAmount: 171_590, capacity: 0, ...about } });
  scenario('without income there is none')
    .after(opened)
    .when('2024-02-28', recordProtectedAmount(0))
    .then({ type: 'ProtectedAmountRecorded', data: { income: 0, protectedAmount: 171_590, capacity: 0, ...about } });
  scenario('nobody lives on nothing')
    .after(opened)
    .when('2024-02-28', recordProtectedAmount(181_240, 0))
    .refused('AMOUNT_NOT_POSITIVE');
  scenario('income is never below nothing')
    .after(opened)
    .when('2024-02-28', recordProtectedAmount(-1))
    .refused('AMOUNT_NOT_POSITIVE', { field: 'income' });
  scenario('is recorded once')
    .after(...confirmed)
    .when('2024-03-01', recordProtectedAmount())
    .refused('OUT_OF_ORDER');
  scenario('may change')
    .after(...confirmed)
    .when('2024-07-01', recordProtectedAmount(190_000))
    .thenTypes('ProtectedAmountRecorded');
});
