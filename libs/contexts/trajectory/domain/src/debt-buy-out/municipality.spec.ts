import type { TrajectoryState } from '../state.js';
import { BUY_OUT, forgive, paid, award, SECOND } from '../testing/buy-outs.js';
import { C4, confirmed, fiveDebts, openedState } from '../testing/debts.js';
import { idOf, opened } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';

const buyOutId = BUY_OUT;

describe('what the municipality gives', () => {
  scenario('it forgives its own claim')
    .after(...fiveDebts)
    .when('2024-02-01', forgive(C4))
    .then({ type: 'MunicipalDebtForgiven', data: { debtId: C4, amount: 148_600 } });
  scenario('once')
    .after(...fiveDebts, ['2024-02-01', forgive(C4)])
    .when('2024-02-02', forgive(C4))
    .refused('DEBT_SETTLED');
  scenario('not a claim that nobody knows')
    .after(...fiveDebts)
    .when('2024-02-02', forgive(idOf(999)))
    .refused('UNKNOWN_DEBT');
  scenario('not in a buy-out that is not there')
    .after(...fiveDebts)
    .when('2024-02-02', forgive(C4, SECOND))
    .refused('UNKNOWN_BUY_OUT');
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
  scenario('not in a buy-out that is not there')
    .after(opened)
    .when('2024-09-01', award(5_000, BUY_OUT))
    .refused('UNKNOWN_BUY_OUT');
});
