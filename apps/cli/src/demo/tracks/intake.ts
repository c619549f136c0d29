import { addDays, addMonths, type BusinessDate } from '@perspectief/kernel';
import type { History } from '../history.js';
import { familyNames, firstNames } from '../names.js';
import { residentOf } from '../people.js';
import { actions, histories, needs, rewards, wishes } from '../words.js';

const SOURCES = ['self', 'early-signal', 'referral', 'street-approach'] as const;

/** Far enough apart that a family has no neighbours of the list, and nobody the name of another. */
const NAMES_APART = 17;

const register = (h: History, on: BusinessDate, parents: number): void => {
  const family = h.roll.pick(familyNames);
  const firstOf = h.roll.between(0, firstNames.length - 1);
  h.household(on, 'RegisterHousehold', {
    municipality: 'groningen',
    area: h.crew.area,
    name: `Gezin ${family}`,
    address: `Voorbeeldstraat ${h.roll.between(1, 240)}, Groningen`,
  });
  const add = (role: 'adult' | 'child', n: number, age: number): void => {
    const first = firstNames[(firstOf + NAMES_APART * (role === 'adult' ? n : n + parents)) % firstNames.length];
    const birthDate = addDays(on, -365 * age - h.roll.between(1, 360));
    h.household(on, 'AddMember', { memberId: h.id(`${role} ${n}`), role, name: `${first} ${family}`, birthDate, from: on });
  };
  for (let n = 1; n <= parents; n += 1) add('adult', n, h.roll.between(24, 52));
  giveAccess(h, on);
  const children = h.roll.between(parents > 1 ? 1 : 0, 3);
  for (let n = 1; n <= children; n += 1) add('child', n, h.roll.between(1, 16));
};

/** In some households one parent signs in to the own page. */
const giveAccess = (h: History, on: BusinessDate): void => {
  const personId = h.part === 1 ? residentOf(h.n) : undefined;
  if (personId !== undefined) h.household(on, 'GiveMemberAccess', { memberId: h.id('adult 1'), personId });
};

/** The first report: a household, its trajectory and a coach. */
export const open = (h: History, on: BusinessDate, parents = h.roll.between(1, 2)): void => {
  register(h, on, parents);
  h.does(on, 'coach', 'OpenTrajectory', { householdId: h.householdId, area: h.crew.area, source: h.roll.pick(SOURCES) });
  h.does(on, 'coach', 'AssignCoach', { coachId: h.crew.coach });
};

export const askForDebtHelp = (h: History, on: BusinessDate): void =>
  h.does(on, 'coach', 'ReceiveApplication', { applicationId: h.id('debt-help'), law: 'schuldhulp', kind: 'debt-help' });

export const logContacts = (h: History, from: BusinessDate, times: number): BusinessDate => {
  let on = from;
  for (let time = 0; time < times; time += 1) {
    on = h.later(on, 2, 6);
    const kind = h.roll.pick(['call', 'visit', 'letter', 'message'] as const);
    h.does(on, 'coach', 'LogContact', { contactId: h.id(), kind, reached: h.roll.chance(0.4) });
  }
  return on;
};

/** The help question and the story behind it, told once. */
export const meet = (h: History, on: BusinessDate): void => {
  h.does(on, 'coach', 'HoldFirstConversation', { place: h.roll.pick(['home', 'home', 'office', 'phone'] as const) });
  h.does(on, 'coach', 'TellStory', {
    storyId: h.id(),
    text: h.roll.pick(histories),
    visibleTo: ['neighbourhood-coach', 'debt-counsellor'],
  });
  for (const need of h.roll.some(needs, h.roll.between(1, 2))) h.does(on, 'coach', 'IdentifyNeed', { needId: h.id(), ...need });
};

const LIFE_AREAS = ['finances', 'housing', 'work-and-learning', 'mental-health', 'home-relations'] as const;

export const assess = (h: History, on: BusinessDate, low: number, high: number): void =>
  h.does(on, 'coach', 'AssessLifeAreas', {
    assessmentId: h.id(),
    by: h.roll.pick(['coach', 'household'] as const),
    scores: LIFE_AREAS.map((lifeArea) => ({ lifeArea, score: h.roll.between(low, high) })),
    qualityOfLife: h.roll.between(low * 2, high * 2),
  });

const planGoal = (h: History, on: BusinessDate, { wish, lifeArea }: (typeof wishes)[number]): void => {
  const goalId = h.id();
  h.does(on, 'coach', 'SetGoal', { goalId, wish, lifeArea, targetDate: addMonths(on, h.roll.between(3, 12)) });
  const actionId = h.id();
  const dueOn = h.later(on, 14, 60);
  h.does(on, 'coach', 'PlanAction', { actionId, goalId, who: h.crew.coach, dueOn, what: h.roll.pick(actions) });
  if (!h.slips(dueOn, 0.4)) workOnGoal(h, dueOn, goalId, actionId);
};

const workOnGoal = (h: History, dueOn: BusinessDate, goalId: string, actionId: string): void => {
  const done = h.later(dueOn, 0, 20);
  h.does(done, 'coach', 'CompleteAction', { actionId });
  if (h.roll.chance(0.3)) h.does(done, 'coach', 'RewardStep', { actionId, what: h.roll.pick(rewards) });
  if (h.roll.chance(0.7)) h.does(h.later(done, 30, 150), 'coach', 'ReachGoal', { goalId });
};

/** Goals in their own words, agreed; the intake is done. */
export const plan = (h: History, on: BusinessDate): void => {
  assess(h, on, 1, 3);
  for (const wish of h.roll.some(wishes, h.roll.between(1, 3))) planGoal(h, on, wish);
  h.does(on, 'coach', 'AgreePlan');
  h.does(on, 'coach', 'CompleteIntake');
};

export const decideDebtHelp = (h: History, on: BusinessDate): void =>
  h.does(on, 'counsellor', 'DecideApplication', { applicationId: h.id('debt-help'), outcome: 'granted' });

/** From report to plan as it should go; some conversations and decisions come late. Answers the day of the plan. */
export const intake = (h: History, opened: BusinessDate): BusinessDate => {
  askForDebtHelp(h, opened);
  const met = h.later(logContacts(h, opened, h.roll.between(0, 2)), 2, h.roll.chance(0.15) ? 35 : 12);
  meet(h, met);
  const decided = h.later(met, 14, h.roll.chance(0.12) ? 75 : 50);
  decideDebtHelp(h, decided);
  plan(h, decided);
  return decided;
};
