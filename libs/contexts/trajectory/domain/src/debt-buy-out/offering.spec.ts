import { answer, BUY_OUT, draft, drafted, fail, lapse, send, sent } from '../testing/buy-outs.js';
import { C1, C2, C4, CJIB, confirmed, recordBalance } from '../testing/debts.js';
import { scenario } from '../testing/scenario.js';

const buyOutId = BUY_OUT;

describe('sending offers', () => {
  scenario('tells when an answer is due')
    .after(...drafted)
    .when('2024-03-04', send())
    .then({ type: 'OffersSent', data: { buyOutId, respondBy: '2024-04-01' } });
  scenario('happens once')
    .after(...sent)
    .when('2024-03-05', send())
    .refused('OUT_OF_ORDER');
  scenario('may want an answer the same day')
    .after(...drafted)
    .when('2024-03-04T15:00', send('2024-03-04'))
    .thenTypes('OffersSent');
  scenario('wants no answer before it was sent')
    .after(...drafted)
    .when('2024-03-04', send('2024-03-03'))
    .refused('OUT_OF_ORDER', { field: 'respondBy' });
  scenario('needs a draft')
    .after(...confirmed)
    .when('2024-03-04', send())
    .refused('UNKNOWN_BUY_OUT');
  scenario('does not revive what failed')
    .after(...drafted, ['2024-03-04', fail()])
    .when('2024-03-05', send())
    .refused('OUT_OF_ORDER');
  scenario('means the latest draft where none is named')
    .after(...drafted)
    .when('2024-03-04', { type: 'SendOffers', data: { trajectoryId: 'any', respondBy: '2024-04-01' } })
    .then({ type: 'OffersSent', data: { buyOutId, respondBy: '2024-04-01' } });

  const consented = [
    ...confirmed,
    ['2024-03-01', recordBalance(C2, 131_890, true)],
    ['2024-03-01', recordBalance(C4, 148_600, true)],
  ] as const;
  scenario('does not ask who agreed with a settlement credit in advance')
    .after(...consented, ['2024-03-04', draft()])
    .when('2024-03-04', send())
    .then(
      { type: 'OffersSent', data: { buyOutId, respondBy: '2024-04-01' } },
      { type: 'OfferAccepted', data: { buyOutId, debtId: C2, collectively: true } },
      { type: 'OfferAccepted', data: { buyOutId, debtId: C4, collectively: true } },
    );
  scenario('asks everyone for another method')
    .after(...consented, ['2024-03-04', draft({ method: 'debt-mediation' })])
    .when('2024-03-04', send())
    .thenTypes('OffersSent');
});

describe('the answer to an offer', () => {
  scenario('yes')
    .after(...sent)
    .when('2024-03-11', answer(C1))
    .then({ type: 'OfferAccepted', data: { buyOutId, debtId: C1 } });
  scenario('no, and why')
    .after(...sent)
    .when('2024-03-11', {
      type: 'RecordOfferResponse',
      data: { trajectoryId: 'any', buyOutId, debtId: C1, response: 'refused', reason: 'te weinig' },
    })
    .then({ type: 'OfferRefused', data: { buyOutId, debtId: C1, reason: 'te weinig' } });
  scenario('to an offer that was not sent')
    .after(...drafted)
    .when('2024-03-11', answer(C1))
    .refused('OFFERS_NOT_SENT');
  scenario('to a buy-out that is not there')
    .after(...confirmed)
    .when('2024-03-11', answer(C1))
    .refused('UNKNOWN_BUY_OUT');
  scenario('of a debt without an offer')
    .after(...sent)
    .when('2024-03-11', answer(CJIB))
    .refused('UNKNOWN_DEBT');
  scenario('a no may turn into a yes')
    .after(...sent, ['2024-03-11', answer(C1, 'refused')])
    .when('2024-04-02', answer(C1))
    .thenTypes('OfferAccepted');
  scenario('silence may turn into a yes')
    .after(...sent, ['2024-04-02', lapse(C1)])
    .when('2024-04-03', answer(C1))
    .thenTypes('OfferAccepted');
  scenario('silence does not turn into a no')
    .after(...sent, ['2024-04-02', lapse(C1)])
    .when('2024-04-03', answer(C1, 'refused'))
    .refused('OFFER_ANSWERED');
  scenario('a no is said once')
    .after(...sent, ['2024-03-11', answer(C1, 'refused')])
    .when('2024-03-12', answer(C1, 'refused'))
    .refused('OFFER_ANSWERED');
  scenario('a yes stands')
    .after(...sent, ['2024-03-11', answer(C1)])
    .when('2024-03-12', answer(C1, 'refused'))
    .refused('OFFER_ANSWERED');
  scenario('a yes is said once')
    .after(...sent, ['2024-03-11', answer(C1)])
    .when('2024-03-12', answer(C1))
    .refused('OFFER_ANSWERED');
  scenario('comes too late for what failed')
    .after(...sent, ['2024-03-11', fail()])
    .when('2024-03-12', answer(C1))
    .refused('OUT_OF_ORDER');
});

describe('silence', () => {
  scenario('is no yes from the day after the last')
    .after(...sent)
    .when('2024-04-02', lapse(C1))
    .then({ type: 'OfferLapsed', data: { buyOutId, debtId: C1 } });
  scenario('not on the last day')
    .after(...sent)
    .when('2024-04-01', lapse(C1))
    .refused('OUT_OF_ORDER');
  scenario('not of who answered')
    .after(...sent, ['2024-03-11', answer(C1)])
    .when('2024-04-02', lapse(C1))
    .refused('OFFER_ANSWERED');
  scenario('not twice')
    .after(...sent, ['2024-04-02', lapse(C1)])
    .when('2024-04-03', lapse(C1))
    .refused('OFFER_ANSWERED');
  scenario('not to an offer that was not sent')
    .after(...drafted)
    .when('2024-04-02', lapse(C1))
    .refused('OFFERS_NOT_SENT');
  scenario('not of a debt without an offer')
    .after(...sent)
    .when('2024-04-02', lapse(CJIB))
    .refused('UNKNOWN_DEBT');
  scenario('not to a buy-out that is not there')
    .after(...confirmed)
    .when('2024-04-02', lapse(C1))
    .refused('UNKNOWN_BUY_OUT');
});
