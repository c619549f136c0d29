import { householdSpend } from '../reading/household-spend.js';
import { availableIn, yearTotals } from '../reading/totals.js';
import type { PooledBudgetState } from '../state.js';
import { buyOutPaid, closeYear, contribute, releaseBuyOut, reserveBuyOut, takeBack } from '../testing/commands.js';
import { BUY_OUT, DEBT, idOf, OTHER_TRAJECTORY, TRAJECTORY } from '../testing/ids.js';
import { after, filled, type Step } from '../testing/scenario.js';

const ids = { buyOutId: BUY_OUT, trajectoryId: TRAJECTORY };
const reserved: readonly Step[] = [...filled, ['2024-03-01', 'policy', reserveBuyOut(350_000)]];
const paid: readonly Step[] = [...reserved, ['2024-03-05', 'policy', buyOutPaid(200_000)]];
const released: readonly Step[] = [...paid, ['2024-03-06', 'policy', releaseBuyOut()]];

describe('reserving a buy-out', () => {
  after('sets the money aside, whatever the ceiling of a household', ...filled)
    .when('2024-03-01', reserveBuyOut(350_000))
    .then({ type: 'BuyOutReserved', data: { ...ids, amount: 350_000, year: 2024 } });
  after('leaves the room of the household as it was', ...filled)
    .when('2024-03-01', reserveBuyOut(350_000))
    .thenState((state: PooledBudgetState) => householdSpend(state, TRAJECTORY), {
      paid: 0,
      reserved: 0,
      ceiling: 300_000,
      left: 300_000,
      buyOut: { paid: 0, reserved: 350_000 },
    });
  after('is refused where the pot is too small', ...filled)
    .when('2024-03-01', reserveBuyOut(420_001))
    .refused('INSUFFICIENT_FUNDS', { facts: { available: '4200.00', year: 2024 } });
  after('may be asked again when the pot is fuller', ...filled, ['2024-03-02', 'holder1', contribute(2024, 'schuldhulp', 1)])
    .when('2024-03-03', reserveBuyOut(420_001))
    .thenTypes('BuyOutReserved');
  after('asked again as it stands, changes nothing', ...reserved).when('2024-03-02', reserveBuyOut(350_000)).nothing();
  after('with another amount the id is in use', ...reserved).when('2024-03-02', reserveBuyOut(1)).refused('BUY_OUT_EXISTS');
  after('for another household the id is in use', ...reserved)
    .when('2024-03-02', reserveBuyOut(350_000, { trajectoryId: OTHER_TRAJECTORY }))
    .refused('BUY_OUT_EXISTS');
  after('of nothing is none', ...filled).when('2024-03-01', reserveBuyOut(0)).refused('AMOUNT_NOT_POSITIVE');
  after('of an unknown trajectory is none', ...filled)
    .knowing({ trajectory: undefined })
    .when('2024-03-01', reserveBuyOut(1))
    .refused('UNKNOWN_TRAJECTORY');
  after('in a closed year takes the first open one', ...filled, ['2024-12-31', 'holder1', closeYear(2024)])
    .when('2024-12-31', reserveBuyOut(1_000))
    .thenState((state: PooledBudgetState) => availableIn(state, 2025), 99_000);
});

describe('paying creditors from the pot', () => {
  after('each law knows its part', ...reserved)
    .when('2024-03-05', buyOutPaid(42_000))
    .then({
      type: 'BuyOutPaidFromPool',
      data: {
        ...ids,
        debtId: DEBT,
        amount: 42_000,
        year: 2024,
        attribution: { jeugd: 9_000, wmo: 12_000, participatiewet: 15_000, schuldhulp: 6_000 },
      },
    });
  after('told twice, it is paid once', ...paid).when('2024-03-06', buyOutPaid(200_000)).nothing();
  after('a debt is not paid again with another amount', ...paid).when('2024-03-06', buyOutPaid(1)).refused('OUT_OF_ORDER');
  after('an offer of nothing is paid with nothing', ...reserved).when('2024-03-05', buyOutPaid(0)).thenTypes('BuyOutPaidFromPool');
  after('never less than nothing', ...reserved).when('2024-03-05', buyOutPaid(-1)).refused('AMOUNT_NOT_POSITIVE');
  after('never more than is set aside', ...paid)
    .when('2024-03-06', buyOutPaid(150_001, { debtId: idOf(601) }))
    .refused('EXCEEDS_RESERVATION', { facts: { reserved: '1500.00' } });
  after('an unknown buy-out pays nobody', ...filled).when('2024-03-05', buyOutPaid(1)).refused('UNKNOWN_BUY_OUT');
  after('paid next year, it is a cost of that year', ...reserved)
    .when('2025-01-05', buyOutPaid(100_000))
    .thenState((state: PooledBudgetState) => [2024, 2025].map((year) => yearTotals(state, year).paid), [0, 100_000]);
  after('where that year lacks it, of the year that set it aside', ...reserved, ['2024-12-01', 'holder1', takeBack(2025, 'jeugd', 1)])
    .when('2025-01-05', buyOutPaid(100_000))
    .thenState((state: PooledBudgetState) => [2024, 2025].map((year) => yearTotals(state, year).paid), [100_000, 0]);
});

describe('releasing a buy-out', () => {
  after('frees what was not paid', ...paid)
    .when('2024-03-06', releaseBuyOut())
    .then({ type: 'BuyOutReleased', data: { ...ids, amount: 150_000 } });
  after('told twice, frees once', ...released).when('2024-03-07', releaseBuyOut()).nothing();
  after('after it nobody is paid', ...released).when('2024-03-07', buyOutPaid(1, { debtId: idOf(601) })).refused('EXCEEDS_RESERVATION');
  after('after it the same may be asked anew', ...released).when('2024-03-07', reserveBuyOut(1_000)).thenTypes('BuyOutReserved');
  after('an unknown buy-out frees nothing', ...filled).when('2024-03-07', releaseBuyOut()).refused('UNKNOWN_BUY_OUT');
});
