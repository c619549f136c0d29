import type { TrajectoryState } from '../state.js';
import { BUY_OUT, draft, drafted, fail, paid, SECOND, send, sent } from '../testing/buy-outs.js';
import {
  C1,
  C2,
  C3,
  C4,
  C5,
  CJIB,
  confirmed,
  confirmInventory,
  correct,
  fiveDebts,
  openedState,
  recordProtectedAmount,
  register,
} from '../testing/debts.js';
import { opened } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';

const offers = [
  { debtId: C1, claim: 284_637, rank: 'concurrent', offer: 48_025 },
  { debtId: C2, claim: 131_890, rank: 'concurrent', offer: 22_253 },
  { debtId: C3, claim: 96_425, rank: 'concurrent', offer: 16_269 },
  { debtId: C4, claim: 148_600, rank: 'preferential', offer: 50_144 },
  { debtId: C5, claim: 219_348, rank: 'concurrent', offer: 37_009 },
] as const;
const worked = {
  buyOutId: BUY_OUT,
  method: 'settlement-credit',
  months: 18,
  capacity: 9_650,
  divisible: 173_700,
  percentages: { concurrent: '16.87', preferential: '33.74' },
  offers: [...offers],
  inventory: 1,
  rule: 'BO-05@2012-07-01',
} as const;
const latest = (state: TrajectoryState) => openedState(state).debtBuyOut.buyOuts.at(-1);

describe('drafting a buy-out', () => {
  scenario('works out the offers of a settlement credit')
    .after(...confirmed)
    .when('2024-03-04', draft())
    .then({ type: 'BuyOutDrafted', data: { ...worked, offers: [...worked.offers] } });
  scenario('leaves excluded debts out')
    .after(
      ...fiveDebts,
      ['2024-01-10', register(CJIB, 39_000, { treatment: 'excluded' })],
      ['2024-02-26', confirmInventory],
      ['2024-02-28', recordProtectedAmount()],
    )
    .when('2024-03-04', draft())
    .then({ type: 'BuyOutDrafted', data: { ...worked, offers: [...worked.offers] } });
  scenario('divides the present value where the household bears interest')
    .after(...confirmed)
    .when('2024-03-04', draft({ interestMonthly: '0.5' }))
    .thenState(
      (state: TrajectoryState) => latest(state)?.offers.map(({ offer }) => offer),
      [45_818, 21_230, 15_521, 47_840, 35_308],
    );
  scenario('divides what comes on top as well')
    .after(...confirmed)
    .when('2024-03-04', draft({ extra: 426_300 }))
    .thenState(
      (state: TrajectoryState) => latest(state)?.offers.map(({ offer }) => offer),
      [175_454, 81_299, 59_438, 148_600, 135_209],
    );
  scenario('never offers more than is owed')
    .after(...confirmed)
    .when('2024-03-04', draft({ extra: 10_000_000 }))
    .thenState((state: TrajectoryState) => latest(state)?.divisible, 880_900);

  scenario('an id is used once')
    .after(...drafted)
    .when('2024-03-05', draft())
    .refused('BUY_OUT_EXISTS');
  scenario('waits for the list of debts')
    .after(...fiveDebts, ['2024-02-28', recordProtectedAmount()])
    .when('2024-03-04', draft())
    .refused('DEBT_INVENTORY_OPEN');
  scenario('also where the protected amount is missing too')
    .after(opened)
    .when('2024-03-04', draft())
    .refused('DEBT_INVENTORY_OPEN');
  scenario('waits for the protected amount')
    .after(...fiveDebts, ['2024-02-26', confirmInventory])
    .when('2024-03-04', draft())
    .refused('NO_PROTECTED_AMOUNT');
});

describe('where there is nothing to offer', () => {
  const poor = [...fiveDebts, ['2024-02-26', confirmInventory], ['2024-02-28', recordProtectedAmount(150_000)]] as const;
  scenario('there is no credit')
    .after(...poor)
    .when('2024-03-04', draft())
    .refused('NOTHING_TO_OFFER');
  scenario('an offer of nothing needs a reason')
    .after(...poor)
    .when('2024-03-04', draft({ method: 'zero-offer' }))
    .refused('NOTHING_TO_OFFER');
  scenario('a blank one is none')
    .after(...poor)
    .when('2024-03-04', draft({ method: 'zero-offer', motivation: ' ' }))
    .refused('NOTHING_TO_OFFER');
  scenario('with one it may be made')
    .after(...poor)
    .when('2024-03-04', draft({ method: 'zero-offer', motivation: 'geen draagkracht' }))
    .then({
      type: 'BuyOutDrafted',
      data: {
        ...worked,
        method: 'zero-offer',
        motivation: 'geen draagkracht',
        capacity: 0,
        divisible: 0,
        percentages: { concurrent: '0.00', preferential: '0.00' },
        offers: offers.map((offer) => ({ ...offer, offer: 0 })),
      },
    });
  scenario('something on top makes an offer')
    .after(...poor)
    .when('2024-03-04', draft({ extra: 10_000 }))
    .thenTypes('BuyOutDrafted');
  scenario('an offer of nothing is nothing, also where something could be saved')
    .after(...confirmed)
    .when('2024-03-04', draft({ method: 'zero-offer', motivation: 'opgroeiende kinderen' }))
    .thenState((state: TrajectoryState) => latest(state)?.divisible, 0);
  scenario('nobody to offer to is nothing to offer')
    .after(
      opened,
      ['2024-01-09', register(CJIB, 39_000, { treatment: 'excluded' })],
      ['2024-02-26', confirmInventory],
      ['2024-02-28', recordProtectedAmount()],
    )
    .when('2024-03-04', draft({ method: 'zero-offer', motivation: 'niemand' }))
    .refused('NOTHING_TO_OFFER');
});

describe('another draft', () => {
  const second = draft({ buyOutId: SECOND });
  scenario('replaces one that was not sent')
    .after(...drafted)
    .when('2024-03-05', second)
    .thenTypes('BuyOutFailed', 'BuyOutDrafted');
  scenario('says so')
    .after(...drafted)
    .when('2024-03-05', second)
    .thenState((state: TrajectoryState) => openedState(state).debtBuyOut.buyOuts[0]?.outcome, {
      phase: 'failed',
      on: '2024-03-05',
      cause: 'replaced',
    });
  scenario('does not replace offers that were sent')
    .after(...sent)
    .when('2024-03-05', second)
    .refused('BUY_OUT_RUNNING');
  const stale = [...sent, ['2024-03-05', correct(C1, { claim: 280_000 })]] as const;
  scenario('waits until the corrected list is confirmed')
    .after(...stale)
    .when('2024-03-06', second)
    .refused('DEBT_INVENTORY_OPEN');
  scenario('then replaces offers that a correction made stale')
    .after(...stale, ['2024-03-06', confirmInventory])
    .when('2024-03-07', second)
    .thenTypes('BuyOutFailed', 'BuyOutDrafted');
  scenario('follows one that failed')
    .after(...sent, ['2024-03-05', fail()])
    .when('2024-03-06', second)
    .thenTypes('BuyOutDrafted');
  scenario('finds nobody to offer to when all were paid')
    .after(...paid)
    .when('2024-05-01', second)
    .refused('NOTHING_TO_OFFER');
  scenario('is made for a debt that came after all were paid')
    .after(...paid, ['2024-05-01', register(CJIB, 39_000)], ['2024-05-02', confirmInventory])
    .when('2024-05-03', second)
    .thenState((state: TrajectoryState) => latest(state)?.offers.map(({ debtId, offer }) => [debtId, offer]), [[CJIB, 39_000]]);
});

describe('a draft on a list that changed', () => {
  scenario('is not sent')
    .after(...drafted, ['2024-03-05', correct(C1, { claim: 280_000 })])
    .when('2024-03-06', send())
    .refused('DEBT_INVENTORY_OPEN');
  scenario('also not when the list is confirmed again')
    .after(...drafted, ['2024-03-05', correct(C1, { claim: 280_000 })], ['2024-03-06', confirmInventory])
    .when('2024-03-07', send())
    .refused('DEBT_INVENTORY_OPEN');
  scenario('but drafted anew it is')
    .after(
      ...drafted,
      ['2024-03-05', correct(C1, { claim: 280_000 })],
      ['2024-03-06', confirmInventory],
      ['2024-03-07', draft({ buyOutId: SECOND })],
    )
    .when('2024-03-07', send('2024-04-04', SECOND))
    .thenTypes('OffersSent');
});
