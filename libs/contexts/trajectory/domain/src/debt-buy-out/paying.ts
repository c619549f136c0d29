import { minus, unless, type Rule } from '@perspectief/kernel';
import type { TrajectoryEvent } from '../events.js';
import type { TrajectoryRefusal } from '../refusals.js';
import type { DecideOf, Situation } from '../track.js';
import type { DebtBuyOutCommand } from './commands.js';
import { failed, potOf } from './failing.js';
import { allHaveAgreed, goesOn, isFunded, isNotStale, mayPay, offeredSum } from './rules.js';
import { withBuyOut, withOffer } from './situation.js';
import type { BuyOut, Offer } from './state.js';

type Decide = DecideOf<DebtBuyOutCommand>;

const paid = (buyOut: BuyOut, { debtId, claim, offer }: Offer): TrajectoryEvent[] => {
  const { buyOutId, offers } = buyOut;
  const wasLast = offers.every((other) => other.debtId === debtId || other.payment.phase === 'paid');
  return [
    { type: 'CreditorPaid', data: { buyOutId, debtId, amount: offer, budgetId: potOf(buyOut) } },
    { type: 'DebtDischarged', data: { buyOutId, debtId, amount: minus(claim, offer) } },
    ...(wasLast ? [{ type: 'BuyOutPaid', data: { buyOutId, amount: offeredSum(buyOut) } } as const] : []),
  ];
};

/** Whether a pot has the money only the pot knows: what it answers comes through the policy, and from nobody else. */
const isTheirsToAnswer = ({ meta }: Situation, { funding }: BuyOut): Rule<TrajectoryRefusal> =>
  (funding.phase !== 'asked' || (funding.from === 'pooled-budget' && meta.actor.role !== 'system')) && { code: 'OUT_OF_ORDER' };

const decideFunding: Pick<Decide, 'RequestFunding' | 'ConfirmFunding' | 'RefuseFunding'> = {
  RequestFunding: ({ from, budgetId, ...asked }, { trajectory, ...rest }) =>
    withBuyOut({ trajectory, ...rest }, asked, (buyOut) =>
      unless(
        [
          from === 'pooled-budget' && budgetId === undefined && { code: 'UNKNOWN_BUDGET', field: 'budgetId' },
          isNotStale(trajectory, buyOut),
          allHaveAgreed(buyOut),
          goesOn(buyOut),
          !isFunded(buyOut.method) && { code: 'OUT_OF_ORDER', field: 'buyOutId' },
          (buyOut.funding.phase === 'asked' || buyOut.funding.phase === 'confirmed') && { code: 'OUT_OF_ORDER' },
        ],
        () => {
          const data = { buyOutId: buyOut.buyOutId, from, budgetId, amount: offeredSum(buyOut) };
          return [{ type: 'FundingRequested', data }];
        },
      ),
    ),

  ConfirmFunding: ({ reference, ...asked }, situation) =>
    withBuyOut(situation, asked, (buyOut) =>
      unless(
        [isNotStale(situation.trajectory, buyOut), allHaveAgreed(buyOut), goesOn(buyOut), isTheirsToAnswer(situation, buyOut)],
        () => [{ type: 'FundingConfirmed', data: { buyOutId: buyOut.buyOutId, reference } }],
      ),
    ),

  RefuseFunding: ({ reason, ...asked }, situation) =>
    withBuyOut(situation, asked, (buyOut) =>
      unless([allHaveAgreed(buyOut), goesOn(buyOut), isTheirsToAnswer(situation, buyOut)], () => [
        { type: 'FundingRefused', data: { buyOutId: buyOut.buyOutId, reason } },
      ]),
    ),
};

export const decidePaying: Pick<Decide, 'RequestFunding' | 'ConfirmFunding' | 'RefuseFunding' | 'PayCreditor' | 'FailBuyOut'> = {
  ...decideFunding,

  PayCreditor: (asked, situation) =>
    withOffer(situation, asked, (offer, buyOut) =>
      unless(
        [...mayPay(situation.trajectory, buyOut), offer.payment.phase === 'paid' && { code: 'CREDITOR_PAID', field: 'debtId' }],
        () => paid(buyOut, offer),
      ),
    ),

  FailBuyOut: ({ reason, ...asked }, situation) =>
    withBuyOut(situation, asked, (buyOut) => unless([goesOn(buyOut)], () => [failed(buyOut, 'given-up', reason)])),
};
