import { dayOfCommand, sumOf, unless, type Rule } from '@perspectief/kernel';
import { debtsToDivide } from '../debts/rules.js';
import type { Debt } from '../debts/state.js';
import type { TrajectoryEvent } from '../events.js';
import type { TrajectoryRefusal } from '../refusals.js';
import type { DecideOf, Situation } from '../track.js';
import type { DebtBuyOutCommand } from './commands.js';
import { meansOf } from './divisible.js';
import { divide } from './division.js';
import { failed } from './failing.js';
import { buyOutOf, isRunning, isStale } from './rules.js';
import type { BuyOut } from './state.js';

type Draft = Extract<DebtBuyOutCommand, { type: 'DraftBuyOut' }>['data'];

const capacityOf = ({ trajectory: { debts } }: Situation): number =>
  debts.protectedAmount.phase === 'recorded' ? debts.protectedAmount.capacity : 0;

/** An offer of nothing divides nothing, also where there is something to save (BO-04). */
const divisibleOf = (
  { method, months, extra = 0, interestMonthly }: Draft,
  claims: readonly Debt[],
  situation: Situation,
): number =>
  method === 'zero-offer'
    ? 0
    : Math.min(
        meansOf({ capacity: capacityOf(situation), months, extra, interestMonthly }),
        sumOf(claims, ({ claim }) => claim),
      );

const somethingToOffer = ({ method, motivation }: Draft, divisible: number, claims: readonly Debt[]): Rule<TrajectoryRefusal> => {
  const mayBeNothing = method === 'zero-offer' && claims.length > 0 && Boolean(motivation?.trim());
  return divisible === 0 && !mayBeNothing && { code: 'NOTHING_TO_OFFER', field: 'method' };
};

const drafted = (
  draft: Draft,
  divisible: number,
  claims: readonly Debt[],
  { trajectory, context, meta }: Situation,
): TrajectoryEvent => {
  const weight = context.law.on(dayOfCommand(meta)).parameter('preferential-weight');
  const { offers, percentages } = divide(divisible, claims, weight.value);
  const offered = new Map(offers.map(({ debtId, offer }) => [debtId, offer]));
  const { buyOutId, method, months, extra, interestMonthly, motivation } = draft;
  return {
    type: 'BuyOutDrafted',
    data: {
      ...{ buyOutId, method, months, extra, motivation, divisible, percentages },
      capacity: capacityOf({ trajectory, context, meta }),
      interestMonthly: interestMonthly === undefined ? undefined : String(interestMonthly),
      offers: claims.map(({ debtId, claim, rank }) => ({ debtId, claim, rank, offer: offered.get(debtId) ?? 0 })),
      inventory: trajectory.debts.inventory.round,
      rule: weight.version,
    },
  };
};

const standsInTheWay = (buyOut: BuyOut | undefined, { trajectory }: Situation): boolean =>
  buyOut !== undefined && isRunning(buyOut) && buyOut.sending.phase === 'sent' && !isStale(trajectory, buyOut);

export const draftBuyOut: DecideOf<DebtBuyOutCommand>['DraftBuyOut'] = (draft, situation) => {
  const { debts, debtBuyOut } = situation.trajectory;
  const claims = debtsToDivide(debts);
  const divisible = divisibleOf(draft, claims, situation);
  const latest = buyOutOf(debtBuyOut, undefined);
  return unless(
    [
      debtBuyOut.buyOuts.some(({ buyOutId }) => buyOutId === draft.buyOutId) && { code: 'BUY_OUT_EXISTS', field: 'buyOutId' },
      debts.inventory.phase === 'open' && { code: 'DEBT_INVENTORY_OPEN' },
      debts.protectedAmount.phase === 'none' && { code: 'NO_PROTECTED_AMOUNT' },
      somethingToOffer(draft, divisible, claims),
      standsInTheWay(latest, situation) && { code: 'BUY_OUT_RUNNING', field: 'buyOutId' },
    ],
    () => [...(latest && isRunning(latest) ? [failed(latest, 'replaced')] : []), drafted(draft, divisible, claims, situation)],
  );
};
