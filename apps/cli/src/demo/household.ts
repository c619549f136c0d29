import { addDays, weekday, type BusinessDate } from '@perspectief/kernel';
import { courses, justReported } from './courses.js';
import { History, upTo, workdayFrom, type DemoStep } from './history.js';
import { crewOf, isFreshReport, residentOf } from './people.js';
import { rollOf, type Roll } from './roll.js';
import { errands } from './words.js';

/** One household of the demo, lived up to the day before today. */
export interface DemoHousehold {
  readonly n: number;
  readonly course: string;
  readonly openedOn: BusinessDate;
  readonly streams: readonly string[];
  readonly steps: readonly DemoStep[];
}

/** Longest that a trajectory of the demo has been open, in days: long enough for some to be through aftercare. */
const OLDEST = 1_150;
const NEWEST = 3;

/** Of households whose people sign in: far enough for a plan, not yet through. */
const RESIDENTS_AGE = { newest: 90, oldest: 240 } as const;

/** More of them recent than old, as in any team. */
const ageOf = (n: number, roll: Roll): number => {
  const { newest, oldest } = residentOf(n) === undefined ? { newest: NEWEST, oldest: OLDEST } : RESIDENTS_AGE;
  return newest + Math.floor(roll.next() ** 1.3 * (oldest - newest));
};

const courseOf = (roll: Roll): (typeof courses)[number] => {
  const all = courses.reduce((sum, { share }) => sum + share, 0);
  let rest = roll.next() * all;
  for (const course of courses) {
    rest -= course.share;
    if (rest < 0) return course;
  }
  return courses[0] as (typeof courses)[number];
};

/** Households come on working days; the first on its very day, for by that a later load finds the day of this one. */
const openingDay = (n: number, day: BusinessDate): BusinessDate => (n === 0 ? day : workdayFrom(day));

const ERRANDS_FOR_TODAY = 0.16;

/** Working days since what was just reported. */
const FRESH = 2;

const lastWorkdayBefore = (today: BusinessDate): BusinessDate => {
  const yesterday = addDays(today, -1);
  return weekday(yesterday) > 5 ? addDays(yesterday, 5 - weekday(yesterday)) : yesterday;
};

const workdayBefore = (today: BusinessDate, days: number): BusinessDate => (days === 0 ? today : workdayBefore(lastWorkdayBefore(today), days - 1));

/** Something to do today or in the days after it, whatever day of the week that is. */
const errand = (h: History, openedOn: BusinessDate, today: BusinessDate): void => {
  const on = lastWorkdayBefore(today);
  if (!h.roll.chance(ERRANDS_FOR_TODAY) || openedOn >= on) return;
  const goalId = h.id();
  const { wish, what, lifeArea } = h.roll.pick(errands);
  h.does(on, 'coach', 'SetGoal', { goalId, wish, lifeArea, targetDate: addDays(today, 30) });
  const dueOn = addDays(today, h.roll.chance(0.6) ? 0 : h.roll.between(1, 3));
  h.does(on, 'coach', 'PlanAction', { actionId: h.id(), goalId, who: h.crew.coach, dueOn, what });
};

/** Everything of one household follows from the seed, its number and today. */
export const householdOf = (seed: number, n: number, today: BusinessDate): DemoHousehold => {
  const history = new History(seed, n, crewOf(n), today);
  const age = ageOf(n, history.roll);
  const openedOn = isFreshReport(n) ? workdayBefore(today, FRESH) : openingDay(n, addDays(today, -age));
  const { name, course } = isFreshReport(n) ? { name: 'just reported', course: justReported } : courseOf(history.roll);
  course(history, openedOn);
  errand(history, openedOn, today);
  const parts = [history, ...history.parts];
  const steps = upTo(today, parts.flatMap((part) => part.steps));
  return { n, course: name, openedOn, steps, streams: parts.flatMap((part) => [`household-${part.householdId}`, `trajectory-${part.trajectoryId}`]) };
};

/** How long before today a household of this seed and number opened: what a load that was begun earlier is recognised by. */
export const daysOpen = (seed: number, n: number): number => ageOf(n, rollOf(seed, n));
