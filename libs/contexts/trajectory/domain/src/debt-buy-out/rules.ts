import { sumOf, type Cents, type Rule, type Uuid } from '@perspectief/kernel';
import type { TrajectoryRefusal } from '../refusals.js';
import type { OpenedTrajectory } from '../state.js';
import type { Method } from './events.js';
import type { BuyOut, DebtBuyOutState, Offer } from './state.js';

type Objection = Rule<TrajectoryRefusal>;

/** Paid and discharged at once, with money that someone else puts in (BO-01, BO-19). */
export const isFunded = (method: Method): boolean => method === 'settlement-credit' || method === 'buy-out-fund';

export const isRunning = ({ outcome }: BuyOut): boolean => outcome.phase === 'running';
const isAwaitingMoney = ({ funding }: BuyOut): boolean => funding.phase === 'asked' || funding.phase === 'confirmed';

/** Money is set aside for creditors and not all of it was paid. */
export const fundsReserved = ({ buyOuts }: DebtBuyOutState): boolean =>
  buyOuts.some((buyOut) => isRunning(buyOut) && isAwaitingMoney(buyOut));

/** The claim is part of a buy-out whose money is there. */
export const fundingConfirmedFor = ({ buyOuts }: DebtBuyOutState, debtId: Uuid): boolean =>
  buyOuts.some((buyOut) => isRunning(buyOut) && buyOut.funding.phase === 'confirmed' && offerTo(buyOut, debtId) !== undefined);

/** The one that is meant, or the latest. */
export const buyOutOf = ({ buyOuts }: DebtBuyOutState, buyOutId: Uuid | undefined): BuyOut | undefined =>
  buyOutId === undefined ? buyOuts.at(-1) : buyOuts.find((buyOut) => buyOut.buyOutId === buyOutId);

export const offerTo = ({ offers }: BuyOut, debtId: Uuid): Offer | undefined => offers.find((offer) => offer.debtId === debtId);

export const offeredSum = ({ offers }: BuyOut): Cents => sumOf(offers, ({ offer }) => offer);

export const isAgreed = ({ answer }: Offer): boolean => answer.phase === 'accepted' || answer.phase === 'forced';
export const isRefused = ({ answer }: Offer): boolean => answer.phase === 'refused' || answer.phase === 'lapsed';

/** Its offers were worked out on a list of debts that has changed since (BO-14). */
export const isStale = ({ debts: { inventory } }: Pick<OpenedTrajectory, 'debts'>, buyOut: BuyOut): boolean =>
  isRunning(buyOut) && (inventory.phase === 'open' || inventory.round !== buyOut.inventory);

export const isNotStale = (trajectory: OpenedTrajectory, buyOut: BuyOut): Objection =>
  isStale(trajectory, buyOut) && { code: 'DEBT_INVENTORY_OPEN', field: 'buyOutId' };

/** All creditors must agree, or be made to, before anyone is paid (BO-14). */
export const allAgreed = ({ sending, offers }: BuyOut): boolean => sending.phase === 'sent' && offers.every(isAgreed);

export const allHaveAgreed = (buyOut: BuyOut): Objection => !allAgreed(buyOut) && { code: 'NOT_ALL_AGREED', field: 'buyOutId' };

export const offersAreSent = ({ sending }: BuyOut): Objection =>
  sending.phase === 'unsent' && { code: 'OFFERS_NOT_SENT', field: 'buyOutId' };

export const someoneRefused = ({ offers }: BuyOut): Objection =>
  !offers.some(isRefused) && { code: 'NO_REFUSAL', field: 'buyOutId' };

export const goesOn = (buyOut: BuyOut): Objection => !isRunning(buyOut) && { code: 'OUT_OF_ORDER', field: 'buyOutId' };

/** Mediation pays from what was saved; nothing else waits for the household. */
const isNotSaved = (buyOut: BuyOut): Objection =>
  buyOut.method === 'debt-mediation' && buyOut.repayment.phase !== 'closed' && { code: 'NOT_SAVED', field: 'buyOutId' };

const hasNoMoney = ({ method, funding }: BuyOut): Objection =>
  isFunded(method) && funding.phase !== 'confirmed' && { code: 'NOT_FUNDED', field: 'buyOutId' };

/** Objections to paying any creditor of this buy-out, in order; one that is paid objects to nothing here. */
export const mayPay = (trajectory: OpenedTrajectory, buyOut: BuyOut): readonly Objection[] => {
  if (buyOut.outcome.phase === 'failed') return [{ code: 'NOT_FUNDED', field: 'buyOutId' }];
  if (isFunded(buyOut.method)) return [hasNoMoney(buyOut)];
  return [isNotStale(trajectory, buyOut), isNotSaved(buyOut), allHaveAgreed(buyOut)];
};
