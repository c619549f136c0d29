import { refuse, type Uuid } from '@perspectief/kernel';
import type { Situation, TrackDecision } from '../track.js';
import { buyOutOf, offerTo } from './rules.js';
import type { BuyOut, Offer } from './state.js';

/** Runs the decision on the buy-out that is meant; without one: UNKNOWN_BUY_OUT. */
export const withBuyOut = (
  { trajectory }: Situation,
  { buyOutId }: { readonly buyOutId?: Uuid },
  decide: (buyOut: BuyOut) => TrackDecision,
): TrackDecision => {
  const buyOut = buyOutOf(trajectory.debtBuyOut, buyOutId);
  return buyOut ? decide(buyOut) : refuse('UNKNOWN_BUY_OUT', { field: 'buyOutId' });
};

/** Runs the decision on what one creditor is offered; a debt outside the offers is unknown to this buy-out. */
export const withOffer = (
  situation: Situation,
  asked: { readonly buyOutId?: Uuid; readonly debtId: Uuid },
  decide: (offer: Offer, buyOut: BuyOut) => TrackDecision,
): TrackDecision =>
  withBuyOut(situation, asked, (buyOut) => {
    const offer = offerTo(buyOut, asked.debtId);
    return offer ? decide(offer, buyOut) : refuse('UNKNOWN_DEBT', { field: 'debtId' });
  });
