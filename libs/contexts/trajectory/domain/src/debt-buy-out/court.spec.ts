import type { TrajectoryState } from '../state.js';
import { answer, askCourt, BUY_OUT, drafted, fourAgreed, fundFrom, lapse, rule, sent } from '../testing/buy-outs.js';
import { C5, confirmed, openedState } from '../testing/debts.js';
import { scenario } from '../testing/scenario.js';

const buyOutId = BUY_OUT;

describe('a forced settlement', () => {
  const refused = [...fourAgreed, ['2024-03-20', answer(C5, 'refused')]] as const;
  const before = [...refused, ['2024-03-21', askCourt()]] as const;
  scenario('is asked of the court')
    .after(...refused)
    .when('2024-03-21', askCourt())
    .then({ type: 'ForcedSettlementAsked', data: { buyOutId } });
  scenario('also against silence')
    .after(...fourAgreed, ['2024-04-02', lapse(C5)])
    .when('2024-04-03', askCourt())
    .thenTypes('ForcedSettlementAsked');
  scenario('not before offers')
    .after(...drafted)
    .when('2024-03-21', askCourt())
    .refused('OFFERS_NOT_SENT');
  scenario('not against nobody')
    .after(...fourAgreed)
    .when('2024-03-21', askCourt())
    .refused('NO_REFUSAL');
  scenario('not twice')
    .after(...before)
    .when('2024-03-22', askCourt())
    .refused('OUT_OF_ORDER');
  scenario('not for a buy-out that is not there')
    .after(...confirmed)
    .when('2024-03-22', askCourt())
    .refused('UNKNOWN_BUY_OUT');

  scenario('granted')
    .after(...before)
    .when('2024-04-15', rule(true))
    .then({ type: 'CourtRuled', data: { buyOutId, granted: true, grounds: ['utmost-offer'] } });
  scenario('makes the refusal count as agreed')
    .after(...before, ['2024-04-15', rule(true)])
    .when('2024-04-16', fundFrom())
    .thenTypes('FundingRequested');
  scenario('and still lets the creditor say yes')
    .after(...before, ['2024-04-15', rule(true)])
    .when('2024-04-16', answer(C5))
    .thenTypes('OfferAccepted');
  scenario('does not speak for who has not answered yet')
    .after(...sent, ['2024-03-20', answer(C5, 'refused')], ['2024-03-21', askCourt()])
    .when('2024-03-25', rule(true))
    .thenState(
      (state: TrajectoryState) => openedState(state).debtBuyOut.buyOuts[0]?.offers.map((offer) => offer.answer.phase),
      ['awaiting', 'awaiting', 'awaiting', 'awaiting', 'forced'],
    );
  scenario('denied, the buy-out fails')
    .after(...before)
    .when('2024-04-15', rule(false))
    .then(
      { type: 'CourtRuled', data: { buyOutId, granted: false, grounds: ['utmost-offer'] } },
      { type: 'BuyOutFailed', data: { buyOutId, cause: 'court-denied' } },
    );
  scenario('the court rules on what was asked')
    .after(...refused)
    .when('2024-04-15', rule(true))
    .refused('OUT_OF_ORDER');
  scenario('and on offers that were sent')
    .after(...drafted)
    .when('2024-04-15', rule(true))
    .refused('OFFERS_NOT_SENT');
  scenario('a ruling comes too late when all agreed')
    .after(...before, ['2024-04-01', answer(C5)])
    .when('2024-04-15', rule(false))
    .refused('NO_REFUSAL');
  scenario('no ruling without a buy-out')
    .after(...confirmed)
    .when('2024-04-15', rule(true))
    .refused('UNKNOWN_BUY_OUT');
});
