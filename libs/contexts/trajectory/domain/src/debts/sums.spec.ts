import { paid, forgive, fourAgreed, sent } from '../testing/buy-outs.js';
import { C1, C4, CJIB, correct, DUO, fiveDebts, openedState, register, remove } from '../testing/debts.js';
import { opened } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';
import type { TrajectoryState } from '../state.js';
import { debtSums } from './sums.js';

const sums = (state: TrajectoryState) => debtSums(openedState(state));
const none = { included: 0, excluded: 0, open: 0, paid: 0, discharged: 0 };

describe('the sums of the debts', () => {
  const outside = [['2024-04-11', register(CJIB, 39_000, { treatment: 'excluded' })]] as const;
  scenario('after a buy-out')
    .after(...paid, ...outside)
    .when('2024-04-11', register(DUO, 741_255, { treatment: 'excluded' }))
    .thenState(sums, { included: 5, excluded: 780_255, open: 0, paid: 173_700, discharged: 707_200 });
  scenario('while it runs')
    .after(...fourAgreed)
    .when('2024-04-11', register(CJIB, 39_000))
    .thenState(sums, { ...none, included: 6, open: 919_900 });
  scenario('after a correction')
    .after(opened, ['2024-01-31', register(C1, 391_280)])
    .when('2024-02-11', correct(C1, { claim: 521_280 }))
    .thenState(sums, { ...none, included: 1, open: 521_280 });
  scenario('a removed debt is gone')
    .after(...fiveDebts)
    .when('2024-02-01', remove(C1))
    .thenState(sums, { ...none, included: 4, open: 596_263 });
  scenario('a forgiven debt counts as discharged')
    .after(...sent)
    .when('2024-04-11', forgive(C4))
    .thenState(sums, { ...none, included: 5, open: 732_300, discharged: 148_600 });
  scenario('also an excluded one')
    .after(...fiveDebts, ...outside)
    .when('2024-04-11', forgive(CJIB))
    .thenState(sums, { ...none, included: 5, open: 880_900, discharged: 39_000 });
});
