import type { BusinessDate } from '@perspectief/kernel';
import { History } from './history.js';
import { aftercare, relapse, silentAftercare } from './tracks/aftercare.js';
import { deniedByCourt, halfAnswered, mediation, settlementCredit, workedOff, zeroOffer } from './tracks/buy-out.js';
import { broadFreeze, brokenFreeze, deniedFreeze, grantedFreeze, threaten } from './tracks/crisis.js';
import { liftStandstills, registerDebts, standStillToTheEnd, standstill, takeStock } from './tracks/debts.js';
import { askForDebtHelp, decideDebtHelp, intake, logContacts, meet, open, plan } from './tracks/intake.js';
import { assistance, besides, wmo, youth } from './tracks/support.js';
import { declinedTandem, tandem, troubledTandem } from './tracks/tandem.js';

type Course = (h: History, opened: BusinessDate) => void;

/** As long as a covenant allows. */
const STANDSTILL_MONTHS = 8;

/** From report to offers, with calm while the debts are looked into. Answers the day on which a buy-out can be drafted. */
const upToDraft = (h: History, opened: BusinessDate): BusinessDate => {
  open(h, opened);
  const planned = intake(h, opened);
  besides(h, planned);
  registerDebts(h, h.later(planned, 1, 6));
  const calm = h.later(planned, 8, 12);
  standstill(h, calm, STANDSTILL_MONTHS);
  return takeStock(h, h.later(calm, 4, 7));
};

type BuyOut = (h: History, from: BusinessDate) => BusinessDate;

const settled = (h: History, opened: BusinessDate, buyOut: BuyOut): BusinessDate => {
  const paid = buyOut(h, upToDraft(h, opened));
  liftStandstills(h, paid, 'schulden geregeld');
  return h.later(paid, 60, 200);
};

const wholeCourse: Course = (h, opened) => {
  tandem(h, h.later(opened, 20, 60), h.roll.between(6, 14));
  aftercare(h, settled(h, opened, settlementCredit));
};

const crisis: Course = (h, opened) => {
  grantedFreeze(h, h.later(opened, 5, 20));
  troubledTandem(h, h.later(opened, 30, 60));
  aftercare(h, settled(h, opened, settlementCredit));
};

const refusedFreeze: Course = (h, opened) => {
  open(h, opened);
  deniedFreeze(h, h.later(opened, 4, 9));
  const planned = intake(h, opened);
  if (h.roll.chance(0.5)) h.does(h.later(planned, 40, 120), 'coach', 'StopTrajectory', { reason: h.roll.pick(['no-contact', 'moved'] as const) });
};

/** It did not work out, and everybody says so. */
const giveUp = (h: History, on: BusinessDate): void => h.does(on, 'coach', 'StopTrajectory', { reason: h.roll.pick(['unsuitable', 'withdrew', 'other'] as const) });

const stabilising: Course = (h, opened) => {
  const stock = upToDraft(h, opened);
  const over = brokenFreeze(h, h.later(opened, 5, 20));
  if (over === undefined) standStillToTheEnd(h);
  else {
    const enough = h.later(over > stock ? over : stock, 10, 30);
    liftStandstills(h, enough, 'geen regeling');
    giveUp(h, enough);
  }
};

/** Debt mediation: the standstill is over long before the last month is saved. */
const saving: Course = (h, opened) => {
  const from = upToDraft(h, opened);
  const agreed = h.later(from, 40, 60);
  const saved = h.later(mediation(h, from), 10, 30);
  // Whoever still saves has let it run out: nothing was left for it to hold off.
  if (saved < h.today) liftStandstills(h, agreed, 'regeling getroffen');
  else standStillToTheEnd(h);
  aftercare(h, saved);
};

const forced: Course = (h, opened) => aftercare(h, settled(h, opened, (history, from) => settlementCredit(history, from, true)));

const refusedByCourt: Course = (h, opened) => {
  const ruled = settled(h, opened, deniedByCourt);
  giveUp(h, h.later(ruled, 0, 60));
};

const relapsing: Course = (h, opened) => relapse(h, settled(h, opened, settlementCredit));
const silent: Course = (h, opened) => silentAftercare(h, settled(h, opened, settlementCredit));
const young: Course = (h, opened) => aftercare(h, settled(h, opened, workedOff));
const nothingLeft: Course = (h, opened) => aftercare(h, settled(h, opened, zeroOffer));

const unanswered: Course = (h, opened) => {
  const from = upToDraft(h, opened);
  halfAnswered(h, from);
  const lapsed = h.later(from, 45, 70);
  liftStandstills(h, lapsed, 'geen regeling');
  giveUp(h, h.later(lapsed, 0, 40));
};

const declined: Course = (h, opened) => {
  declinedTandem(h, h.later(opened, 25, 50));
  aftercare(h, settled(h, opened, settlementCredit));
};

const broad: Course = (h, opened) => {
  open(h, opened);
  const from = h.later(intake(h, opened), 3, 12);
  broadFreeze(h, from);
  giveUp(h, h.later(from, 260, 320));
};

const stopped: Course = (h, opened) => {
  open(h, opened);
  const planned = intake(h, opened);
  const reason = h.roll.pick(['withdrew', 'no-contact', 'moved', 'unsuitable'] as const);
  h.does(h.later(planned, 20, 160), 'coach', 'StopTrajectory', { reason });
};

const withoutDebts: Course = (h, opened) => {
  open(h, opened);
  meet(h, h.later(opened, 3, 12));
  const support = h.roll.pick([wmo, youth, assistance]);
  const done = support(h, h.later(opened, 14, 25));
  plan(h, done);
  if (h.roll.chance(0.6)) tandem(h, h.later(done, 5, 20), h.roll.between(4, 10));
  aftercare(h, h.later(done, 150, 300));
};

/** Somebody asked for help and nobody came round to it: clocks run out, and in the end nobody answers any more. */
const waiting: Course = (h, opened) => {
  open(h, opened);
  askForDebtHelp(h, opened);
  const reached = logContacts(h, opened, h.roll.between(1, 3));
  if (h.roll.chance(0.5)) meet(h, h.later(reached, 4, 30));
  h.does(h.later(reached, 60, 75), 'coach', 'StopTrajectory', { reason: 'no-contact' });
};

/** Parents part: one stays, the other starts anew with a household and a trajectory of their own. */
const split: Course = (h, opened) => {
  open(h, opened, 2);
  const planned = intake(h, opened);
  const parted = h.later(planned, 20, 60);
  h.household(parted, 'LeaveHousehold', { memberId: h.id('adult 2'), on: parted, reason: 'uit elkaar' });
  const other = new History(h.seed, h.n, h.crew, h.today, 2);
  const alone = h.later(parted, 4, 20);
  open(other, alone, 1);
  askForDebtHelp(other, alone);
  const met = other.later(alone, 4, 16);
  meet(other, met);
  decideDebtHelp(other, other.later(met, 20, 50));
  h.parts.push(other);
};

/** Found by an early signal, and the landlord will not wait: the first conversation must come within three working days. */
export const justReported: Course = (h, opened) => {
  open(h, opened);
  askForDebtHelp(h, opened);
  registerDebts(h, opened);
  threaten(h, opened, 'eviction');
  logContacts(h, opened, 1);
};

/** Each course with its share of the caseload. */
export const courses: readonly { readonly name: string; readonly share: number; readonly course: Course }[] = [
  { name: 'whole course', share: 18, course: wholeCourse },
  { name: 'crisis', share: 11, course: crisis },
  { name: 'refused freeze', share: 6, course: refusedFreeze },
  { name: 'stabilising', share: 7, course: stabilising },
  { name: 'saving', share: 6, course: saving },
  { name: 'forced settlement', share: 3, course: forced },
  { name: 'refused by court', share: 3, course: refusedByCourt },
  { name: 'relapse', share: 5, course: relapsing },
  { name: 'silent aftercare', share: 3, course: silent },
  { name: 'worked off', share: 4, course: young },
  { name: 'nothing left', share: 2, course: nothingLeft },
  { name: 'unanswered offers', share: 4, course: unanswered },
  { name: 'tandem declined', share: 5, course: declined },
  { name: 'broad freeze', share: 2, course: broad },
  { name: 'stopped', share: 6, course: stopped },
  { name: 'without debts', share: 8, course: withoutDebts },
  { name: 'waiting', share: 4, course: waiting },
  { name: 'split', share: 3, course: split },
  // Not by chance: in every area there is one.
  { name: 'just reported', share: 0, course: justReported },
];
