import type { TrajectoryState } from '../state.js';
import {
  agreed,
  agreedOn,
  answer,
  asked,
  BUY_OUT,
  confirmFunding,
  drafted,
  fail,
  fourAgreed,
  funded,
  fundFrom,
  paid,
  pay,
  POT,
  refuseFunding,
  SECOND,
} from '../testing/buy-outs.js';
import { C1, C5, confirmed, confirmInventory, correct, openedState } from '../testing/debts.js';
import { scenario } from '../testing/scenario.js';
import { fundsReserved } from './rules.js';

const buyOutId = BUY_OUT;
const askedOfPot = [...agreed, ['2024-04-05', fundFrom(POT)]] as const;
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
  scenario('when all have agreed')
    .after(...fourAgreed, ['2024-03-20', answer(C5, 'refused')])
    .when('2024-04-05', fundFrom())
    .refused('NOT_ALL_AGREED');
  scenario('not before offers were sent')
    .after(...drafted)
    .when('2024-04-05', fundFrom())
    .refused('NOT_ALL_AGREED');
  scenario('not twice')
    .after(...asked)
    .when('2024-04-06', fundFrom())
    .refused('OUT_OF_ORDER');
  scenario('not for a buy-out that is not there')
    .after(...confirmed)
    .when('2024-04-06', fundFrom())
    .refused('UNKNOWN_BUY_OUT');
  scenario('not for what failed')
    .after(...agreed, ['2024-04-05', fail()])
    .when('2024-04-06', fundFrom())
    .refused('OUT_OF_ORDER');
  scenario('not on a list of debts that changed')
    .after(...agreed, ['2024-04-04', correct(C1, { claim: 1_000 })], ['2024-04-04', confirmInventory])
    .when('2024-04-05', fundFrom())
    .refused('DEBT_INVENTORY_OPEN');
  scenario('not for mediation')
    .after(...agreedOn({ method: 'debt-mediation' }))
    .when('2024-04-05', fundFrom())
    .refused('OUT_OF_ORDER');
  scenario('not for an offer of nothing')
    .after(...agreedOn({ method: 'zero-offer', motivation: 'geen draagkracht' }))
    .when('2024-04-05', fundFrom())
    .refused('OUT_OF_ORDER');

  scenario('is there')
    .after(...asked)
    .when('2024-04-08', confirmFunding)
    .then({ type: 'FundingConfirmed', data: { buyOutId, reference: 'krediet-1' } });
  scenario('not twice')
    .after(...funded)
    .when('2024-04-09', confirmFunding)
    .refused('OUT_OF_ORDER');
  scenario('not when nobody asked')
    .after(...agreed)
    .when('2024-04-08', confirmFunding)
    .refused('OUT_OF_ORDER');
  scenario('not when not all agreed')
    .after(...fourAgreed)
    .when('2024-04-08', confirmFunding)
    .refused('NOT_ALL_AGREED');
  scenario('not for claims that changed in between')
    .after(...asked, ['2024-04-06', correct(C1, { claim: 1_000 })])
    .when('2024-04-08', confirmFunding)
    .refused('DEBT_INVENTORY_OPEN');

  scenario('of a pot is confirmed by the policy that reserved it')
    .after(...askedOfPot)
    .when('2024-04-08', confirmFunding, { actor: 'system' })
    .thenTypes('FundingConfirmed');
  scenario('of a pot is confirmed by nobody else')
    .after(...askedOfPot)
    .when('2024-04-08', confirmFunding, { actor: 'debt-counsellor' })
    .refused('OUT_OF_ORDER');
  scenario('of a pot is refused by the policy that could not reserve it')
    .after(...askedOfPot)
    .when('2024-04-08', refuseFunding, { actor: 'system' })
    .thenTypes('FundingRefused');
  scenario('of a pot is refused by nobody else')
    .after(...askedOfPot)
    .when('2024-04-08', refuseFunding, { actor: 'debt-counsellor' })
    .refused('OUT_OF_ORDER');

  scenario('is refused')
    .after(...asked)
    .when('2024-04-08', refuseFunding)
    .then({ type: 'FundingRefused', data: { buyOutId, reason: 'te hoog' } });
  scenario('is not refused twice')
    .after(...asked, ['2024-04-08', refuseFunding])
    .when('2024-04-09', refuseFunding)
    .refused('OUT_OF_ORDER');
  scenario('is not refused when it is there')
    .after(...funded)
    .when('2024-04-09', refuseFunding)
    .refused('OUT_OF_ORDER');
  scenario('is not refused before all agreed')
    .after(...fourAgreed)
    .when('2024-04-09', refuseFunding)
    .refused('NOT_ALL_AGREED');
  scenario('refused, it may be asked elsewhere')
    .after(...asked, ['2024-04-08', refuseFunding])
    .when('2024-04-09', fundFrom(POT))
    .thenTypes('FundingRequested');

  scenario('is reserved once it is asked')
    .after(...agreed)
    .when('2024-04-05', fundFrom())
    .thenState(reserved, true);
  scenario('no longer when it was refused')
    .after(...asked)
    .when('2024-04-08', refuseFunding)
    .thenState(reserved, false);
  scenario('no longer when the buy-out failed')
    .after(...funded)
    .when('2024-04-09', fail())
    .thenState(reserved, false);
  scenario('no longer when all were paid')
    .after(...paid.slice(0, -1))
    .when('2024-04-10', pay(C5))
    .thenState(reserved, false);
});

describe('giving up a buy-out', () => {
  scenario('frees what a pot had set aside')
    .after(...agreed, ['2024-04-05', fundFrom(POT)])
    .when('2024-04-06', fail())
    .then({ type: 'BuyOutFailed', data: { buyOutId, cause: 'given-up', reason: 'verhuisd', budgetId: POT } });
  scenario('happens once')
    .after(...agreed, ['2024-04-05', fail()])
    .when('2024-04-06', fail())
    .refused('OUT_OF_ORDER');
  scenario('not when all were paid')
    .after(...paid)
    .when('2024-04-11', fail())
    .refused('OUT_OF_ORDER');
  scenario('not what is not there')
    .after(...drafted)
    .when('2024-04-11', fail(SECOND))
    .refused('UNKNOWN_BUY_OUT');
});
