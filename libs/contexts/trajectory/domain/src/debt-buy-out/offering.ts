import { accept, dayOfCommand, refuse, unless } from '@perspectief/kernel';
import { debtOf } from '../debts/rules.js';
import type { TrajectoryEvent } from '../events.js';
import type { DecideOf, Situation } from '../track.js';
import type { DebtBuyOutCommand } from './commands.js';
import { failed } from './failing.js';
import { goesOn, isNotStale, offersAreSent, someoneRefused } from './rules.js';
import { withBuyOut, withOffer } from './situation.js';
import type { BuyOut, Offer } from './state.js';

type Decide = DecideOf<DebtBuyOutCommand>;

/** BO-11: who agreed in advance with a settlement credit is not asked again. */
const agreedInAdvance = ({ trajectory: { debts } }: Situation, { buyOutId, method, offers }: BuyOut): TrajectoryEvent[] =>
  offers
    .filter(({ debtId }) => method === 'settlement-credit' && debtOf(debts, debtId)?.collectiveConsent)
    .map(({ debtId }) => ({ type: 'OfferAccepted', data: { buyOutId, debtId, collectively: true } }));

/** Silence and a no may turn into a yes; nothing else changes an answer. */
const mayStillAnswer = ({ answer }: Offer, response: 'accepted' | 'refused'): boolean =>
  answer.phase === 'awaiting' || (response === 'accepted' && answer.phase !== 'accepted');

const decideAnswers: Pick<Decide, 'SendOffers' | 'RecordOfferResponse' | 'LapseOffer'> = {
  SendOffers: (data, situation) =>
    withBuyOut(situation, data, (buyOut) =>
      unless(
        [
          isNotStale(situation.trajectory, buyOut),
          goesOn(buyOut),
          buyOut.sending.phase === 'sent' && { code: 'OUT_OF_ORDER' },
          data.respondBy < dayOfCommand(situation.meta) && { code: 'OUT_OF_ORDER', field: 'respondBy' },
        ],
        () => [
          { type: 'OffersSent', data: { buyOutId: buyOut.buyOutId, respondBy: data.respondBy } },
          ...agreedInAdvance(situation, buyOut),
        ],
      ),
    ),

  RecordOfferResponse: ({ response, reason, ...asked }, situation) =>
    withOffer(situation, asked, (offer, buyOut) =>
      unless(
        [offersAreSent(buyOut), !mayStillAnswer(offer, response) && { code: 'OFFER_ANSWERED', field: 'debtId' }, goesOn(buyOut)],
        () => {
          const data = { buyOutId: buyOut.buyOutId, debtId: offer.debtId, reason };
          return [response === 'accepted' ? { type: 'OfferAccepted', data } : { type: 'OfferRefused', data }];
        },
      ),
    ),

  LapseOffer: (asked, situation) =>
    withOffer(situation, asked, (offer, buyOut) => {
      const { sending, buyOutId } = buyOut;
      const inTime = sending.phase === 'sent' && dayOfCommand(situation.meta) <= sending.respondBy;
      return unless(
        [
          offersAreSent(buyOut),
          offer.answer.phase !== 'awaiting' && { code: 'OFFER_ANSWERED', field: 'debtId' },
          inTime && { code: 'OUT_OF_ORDER' },
          goesOn(buyOut),
        ],
        () => [{ type: 'OfferLapsed', data: { buyOutId, debtId: offer.debtId } }],
      );
    }),
};

export const decideOffering: Pick<
  Decide,
  'SendOffers' | 'RecordOfferResponse' | 'LapseOffer' | 'AskForcedSettlement' | 'RecordCourtRuling'
> = {
  ...decideAnswers,

  AskForcedSettlement: (asked, situation) =>
    withBuyOut(situation, asked, (buyOut) =>
      unless(
        [
          offersAreSent(buyOut),
          someoneRefused(buyOut),
          goesOn(buyOut),
          buyOut.court.phase === 'asked' && { code: 'OUT_OF_ORDER' },
        ],
        () => [{ type: 'ForcedSettlementAsked', data: { buyOutId: buyOut.buyOutId } }],
      ),
    ),

  RecordCourtRuling: ({ granted, grounds, ...asked }, situation) =>
    withBuyOut(situation, asked, (buyOut) => {
      const objection = offersAreSent(buyOut) || someoneRefused(buyOut) || goesOn(buyOut);
      if (objection) return { refused: objection };
      if (buyOut.court.phase !== 'asked') return refuse('OUT_OF_ORDER');
      const data = { buyOutId: buyOut.buyOutId, granted, grounds: [...grounds] };
      return accept({ type: 'CourtRuled', data }, ...(granted ? [] : [failed(buyOut, 'court-denied')]));
    }),
};
