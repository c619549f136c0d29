import { dayOf, type Uuid } from '@perspectief/kernel';
import type { EvolveOf } from '../track.js';
import type { DebtBuyOutEvent } from './events.js';
import { instalmentsOf, withReceived } from './instalments.js';
import { isRefused } from './rules.js';
import type { Answer, BuyOut, DebtBuyOutState, Funding, Instalment, Offer, Repayment } from './state.js';

type Evolve = EvolveOf<DebtBuyOutState, DebtBuyOutEvent>;

const withBuyOut = (state: DebtBuyOutState, buyOutId: Uuid, change: (buyOut: BuyOut) => BuyOut): DebtBuyOutState => ({
  ...state,
  buyOuts: state.buyOuts.map((buyOut) => (buyOut.buyOutId === buyOutId ? change(buyOut) : buyOut)),
});

const withOffer = (state: DebtBuyOutState, buyOutId: Uuid, debtId: Uuid, change: (offer: Offer) => Offer): DebtBuyOutState =>
  withBuyOut(state, buyOutId, (buyOut) => ({
    ...buyOut,
    offers: buyOut.offers.map((offer) => (offer.debtId === debtId ? change(offer) : offer)),
  }));

const answered = (
  state: DebtBuyOutState,
  { data: { buyOutId, debtId }, happenedOn }: { data: { buyOutId: Uuid; debtId: Uuid }; happenedOn: string },
  phase: Exclude<Answer['phase'], 'awaiting'>,
): DebtBuyOutState => withOffer(state, buyOutId, debtId, (offer) => ({ ...offer, answer: { phase, on: dayOf(happenedOn) } }));

const funded = (funding: Funding, phase: 'confirmed' | 'refused', on: string): Funding =>
  funding.phase === 'none' ? funding : { ...funding, phase, on };

const withInstalments = (
  repayment: Repayment,
  change: (instalments: readonly Instalment[]) => readonly Instalment[],
): Repayment => (repayment.phase === 'none' ? repayment : { ...repayment, instalments: change(repayment.instalments) });

const evolveOffers: Pick<
  Evolve,
  'BuyOutDrafted' | 'OffersSent' | 'OfferAccepted' | 'OfferRefused' | 'OfferLapsed' | 'ForcedSettlementAsked' | 'CourtRuled'
> = {
  BuyOutDrafted: (state, { data, happenedOn }) => {
    const { buyOutId, method, months, divisible, percentages, inventory } = data;
    const drafted: BuyOut = {
      ...{ buyOutId, method, months, divisible, percentages, inventory, draftedOn: dayOf(happenedOn) },
      offers: data.offers.map((offer) => ({ ...offer, answer: { phase: 'awaiting' }, payment: { phase: 'open' } })),
      sending: { phase: 'unsent' },
      court: { phase: 'none' },
      funding: { phase: 'none' },
      repayment: { phase: 'none' },
      outcome: { phase: 'running' },
    };
    return { ...state, buyOuts: [...state.buyOuts, drafted] };
  },
  OffersSent: (state, { data: { buyOutId, respondBy }, happenedOn }) =>
    withBuyOut(state, buyOutId, (buyOut) => ({ ...buyOut, sending: { phase: 'sent', sentOn: dayOf(happenedOn), respondBy } })),
  OfferAccepted: (state, event) => answered(state, event, 'accepted'),
  OfferRefused: (state, event) => answered(state, event, 'refused'),
  OfferLapsed: (state, event) => answered(state, event, 'lapsed'),
  ForcedSettlementAsked: (state, { data: { buyOutId }, happenedOn }) =>
    withBuyOut(state, buyOutId, (buyOut) => ({ ...buyOut, court: { phase: 'asked', askedOn: dayOf(happenedOn) } })),
  CourtRuled: (state, { data: { buyOutId, granted }, happenedOn }) => {
    const on = dayOf(happenedOn);
    const forced = (offer: Offer): Offer => (granted && isRefused(offer) ? { ...offer, answer: { phase: 'forced', on } } : offer);
    return withBuyOut(state, buyOutId, (buyOut) => ({
      ...buyOut,
      court: { phase: granted ? 'granted' : 'denied', ruledOn: on },
      offers: buyOut.offers.map(forced),
    }));
  },
};

const evolveMoney: Pick<
  Evolve,
  'FundingRequested' | 'FundingConfirmed' | 'FundingRefused' | 'CreditorPaid' | 'DebtDischarged' | 'BuyOutPaid' | 'BuyOutFailed'
> = {
  FundingRequested: (state, { data: { buyOutId, from, budgetId, amount }, happenedOn }) =>
    withBuyOut(state, buyOutId, (buyOut) => ({
      ...buyOut,
      funding: { phase: 'asked', from, ...(budgetId !== undefined && { budgetId }), amount, on: dayOf(happenedOn) },
    })),
  FundingConfirmed: (state, { data: { buyOutId }, happenedOn }) =>
    withBuyOut(state, buyOutId, (buyOut) => ({ ...buyOut, funding: funded(buyOut.funding, 'confirmed', dayOf(happenedOn)) })),
  FundingRefused: (state, { data: { buyOutId }, happenedOn }) =>
    withBuyOut(state, buyOutId, (buyOut) => ({ ...buyOut, funding: funded(buyOut.funding, 'refused', dayOf(happenedOn)) })),
  CreditorPaid: (state, { data: { buyOutId, debtId, amount }, happenedOn }) =>
    withOffer(state, buyOutId, debtId, (offer) => ({
      ...offer,
      payment: { phase: 'paid', on: dayOf(happenedOn), amount, discharged: 0 },
    })),
  DebtDischarged: (state, { data: { buyOutId, debtId, amount } }) =>
    withOffer(state, buyOutId, debtId, (offer) =>
      offer.payment.phase === 'paid' ? { ...offer, payment: { ...offer.payment, discharged: amount } } : offer,
    ),
  BuyOutPaid: (state, { data: { buyOutId }, happenedOn }) =>
    withBuyOut(state, buyOutId, (buyOut) => ({ ...buyOut, outcome: { phase: 'paid', on: dayOf(happenedOn) } })),
  BuyOutFailed: (state, { data: { buyOutId, cause }, happenedOn }) =>
    withBuyOut(state, buyOutId, (buyOut) => ({ ...buyOut, outcome: { phase: 'failed', on: dayOf(happenedOn), cause } })),
};

export const evolveDebtBuyOut: Evolve = {
  ...evolveOffers,
  ...evolveMoney,
  RepaymentAgreed: (state, { data, happenedOn }) =>
    withBuyOut(state, data.buyOutId, (buyOut) => {
      const { form, months, firstDue } = data;
      const terms = { form, months, agreedOn: dayOf(happenedOn), firstDue, instalments: instalmentsOf(data) };
      return { ...buyOut, repayment: { phase: 'agreed', ...terms } };
    }),
  RepaymentReceived: (state, { data: { buyOutId, number, amount, minutes } }) =>
    withBuyOut(state, buyOutId, (buyOut) => ({
      ...buyOut,
      repayment: withInstalments(buyOut.repayment, (all) => withReceived(all, number, amount ?? minutes ?? 0)),
    })),
  RepaymentMissed: (state, { data: { buyOutId, number } }) =>
    withBuyOut(state, buyOutId, (buyOut) => ({
      ...buyOut,
      repayment: withInstalments(buyOut.repayment, (all) =>
        all.map((instalment) => (instalment.number === number ? { ...instalment, phase: 'missed' } : instalment)),
      ),
    })),
  CreditClosed: (state, { data: { buyOutId }, happenedOn }) =>
    withBuyOut(state, buyOutId, (buyOut) =>
      buyOut.repayment.phase === 'none'
        ? buyOut
        : { ...buyOut, repayment: { ...buyOut.repayment, phase: 'closed', closedOn: dayOf(happenedOn) } },
    ),
  // What became of the debt itself stands with the debts.
  MunicipalDebtForgiven: (state) => state,
  IncentiveAwarded: (state, { data: { amount, buyOutId }, happenedOn }) => ({
    ...state,
    incentives: [...state.incentives, { on: dayOf(happenedOn), amount, ...(buyOutId !== undefined && { buyOutId }) }],
  }),
};
