import type { BusinessDate, Domain } from '@perspectief/kernel';
import { totalOf } from '../by-domain.js';
import type { PooledBudgetCommand } from '../commands.js';
import { valuesOf } from '../keyed.js';
import type { EmergencyPart } from '../mandates/state.js';
import type { SpendingRequest } from '../requests/state.js';
import type { OpenedBudget } from '../state.js';
import * as to from './commands.js';
import { idOf, TRAJECTORY, OTHER_TRAJECTORY } from './ids.js';

/** What may be wanted, and how often. */
export const kinds = [
  ['contribute', 3],
  ['takeBack', 2],
  ['closeYear', 4],
  ['grant', 2],
  ['revoke', 1],
  ['ask', 12],
  ['approve', 14],
  ['giveBack', 2],
  ['answer', 3],
  ['reject', 1],
  ['withdraw', 1],
  ['settle', 1],
  ['pay', 12],
  ['refund', 6],
  ['proposeRaise', 1],
  ['confirmRaise', 1],
  ['reserveBuyOut', 2],
  ['releaseBuyOut', 1],
  ['buyOutPaid', 4],
] as const;
type Kind = (typeof kinds)[number][0];

export interface Intent {
  readonly kind: Kind;
  /** Which of the things that are there. */
  readonly pick: number;
  /** Now and then: any thing and any amount, fitting or not. */
  readonly strange: boolean;
  readonly amount: number;
  readonly domain: Domain;
  readonly otherDay: BusinessDate;
  readonly coach: string;
  readonly split?: Readonly<Partial<Record<Domain, string>>> | undefined;
  readonly domains?: readonly Domain[] | undefined;
  readonly emergency?: EmergencyPart | undefined;
  readonly until?: BusinessDate | undefined;
  readonly yes: boolean;
}

type Build = (intent: Intent, pot: OpenedBudget, year: number, fresh: number) => PooledBudgetCommand;

const pickOf = <T>(things: readonly T[], { pick }: Intent): T | undefined => things[pick % Math.max(1, things.length)];
const chosen = <T>(all: readonly T[], fits: (thing: T) => boolean, intent: Intent): T | undefined =>
  pickOf(intent.strange ? all : all.filter(fits), intent);
const requestFor = (fits: (request: SpendingRequest) => boolean): ((pot: OpenedBudget, intent: Intent) => string) =>
  (pot, intent) => chosen(valuesOf(pot.requests), fits, intent)?.requestId ?? idOf(299);

const awaiting = requestFor(({ judgment }) => judgment.phase === 'awaiting');
const returned = requestFor(({ judgment }) => judgment.phase === 'returned');
const reserved = requestFor(({ money }) => money.phase === 'reserved');
const trajectoryOf = ({ pick }: Intent): string => [TRAJECTORY, OTHER_TRAJECTORY, idOf(102)][pick % 3] ?? TRAJECTORY;
const upTo = (most: number, { amount, strange, yes }: Intent): number => (strange ? amount : yes ? most : Math.min(amount, most));

const build: { readonly [K in Kind]: Build } = {
  contribute: ({ domain, amount, pick }, _, year) => to.contribute(year + (pick % 2), domain, amount),
  takeBack: ({ domain, amount, pick }, _, year) => to.takeBack(year + (pick % 2), domain, amount),
  closeYear: ({ yes, strange }, _, year) => to.closeYear(strange ? year : year - 1, yes ? 'return' : 'carry-over'),
  grant: ({ coach, amount, otherDay, until, domains, emergency }) =>
    to.grant({ coachId: coach, perRequest: amount, from: otherDay, until, domains, emergency }),
  revoke: ({ coach }) => to.revoke(coach),
  ask: (intent, pot, _, fresh) =>
    to.ask(intent.amount, {
      requestId: intent.strange ? awaiting(pot, intent) : idOf(1_000 + fresh),
      trajectoryId: trajectoryOf(intent),
      emergency: intent.yes,
      duplicateConfirmed: intent.pick % 2 === 0,
      ...(intent.split && { split: intent.split }),
    }),
  approve: (intent, pot) => to.approve(awaiting(pot, intent)),
  giveBack: (intent, pot) => to.giveBack(awaiting(pot, intent)),
  answer: (intent, pot) => to.answer(returned(pot, intent)),
  reject: (intent, pot) => to.reject(awaiting(pot, intent)),
  withdraw: (intent, pot) => to.withdraw(awaiting(pot, intent)),
  settle: (intent, pot) => to.settle(reserved(pot, intent)),
  pay: (intent, pot, year, fresh) => {
    const request = chosen(valuesOf(pot.requests), ({ money }) => money.phase === 'reserved' && money.left > 0, intent);
    const left = request?.money.phase === 'reserved' ? request.money.left : 0;
    const deliveredOn = intent.pick % 3 === 0 ? intent.otherDay : `${year}-06-01`;
    return to.pay(upTo(left, intent), deliveredOn, { requestId: request?.requestId ?? idOf(299), paymentId: idOf(2_000 + fresh) });
  },
  refund: (intent, pot, _, fresh) => {
    const payment = chosen(valuesOf(pot.payments), ({ standing }) => totalOf(standing) > 0, intent);
    const ids = { requestId: payment?.requestId ?? idOf(299), paymentId: payment?.paymentId ?? idOf(399) };
    return to.refund(upTo(payment ? totalOf(payment.standing) : 0, intent), { ...ids, refundId: idOf(3_000 + fresh) });
  },
  proposeRaise: (intent) => to.proposeRaise(intent.amount, trajectoryOf(intent)),
  confirmRaise: (intent) => to.confirmRaise({ trajectoryId: trajectoryOf(intent) }),
  reserveBuyOut: (intent, _, __, fresh) =>
    to.reserveBuyOut(intent.amount, { buyOutId: idOf(intent.strange ? 4_000 : 4_000 + fresh), trajectoryId: trajectoryOf(intent) }),
  releaseBuyOut: (intent, pot) => to.releaseBuyOut(chosen(valuesOf(pot.buyOuts), ({ left }) => left > 0, intent)?.buyOutId),
  buyOutPaid: (intent, pot, _, fresh) => {
    const buyOut = chosen(valuesOf(pot.buyOuts), ({ left }) => left > 0, intent);
    return to.buyOutPaid(upTo(buyOut?.left ?? 0, intent), { ...(buyOut && { buyOutId: buyOut.buyOutId }), debtId: idOf(5_000 + fresh) });
  },
};

export const commandFor: Build = (intent, pot, year, fresh) => build[intent.kind](intent, pot, year, fresh);
