import { addMonths, type BusinessDate } from '@perspectief/kernel';
import type { History } from '../history.js';
import { assess } from './intake.js';

const MONTHS_OF_CHECK_INS = [1, 3, 6, 9, 12] as const;

const start = (h: History, on: BusinessDate): readonly BusinessDate[] => {
  const checkIns = MONTHS_OF_CHECK_INS.map((months) => h.later(addMonths(on, months), 0));
  h.does(on, 'coach', 'StartAftercare', { until: h.later(addMonths(on, 12), 1), checkIns });
  return checkIns;
};

const hold = (h: History, number: number, on: BusinessDate, wellbeing: number): void =>
  h.does(on, number < 4 ? 'expert' : 'coach', 'HoldCheckIn', { checkInId: h.id(), number, wellbeing, newArrears: wellbeing < 5 });

/** A year of keeping in touch, and then it is good. */
export const aftercare = (h: History, on: BusinessDate): void => {
  const checkIns = start(h, on);
  checkIns.forEach((day, index) => hold(h, index + 1, h.later(day, 0, 4), h.roll.between(5, 9)));
  if (h.roll.chance(0.25)) h.does(h.later(on, 90, 200), 'coach', 'ReportSetback', { kind: 'arrears', partner: 'energieleverancier', amount: '143.20' });
  const done = h.later(addMonths(on, 12), 6, 14);
  assess(h, done, 3, 5);
  h.does(done, 'coach', 'CompleteAftercare', { outcome: h.roll.pick(['stable', 'stable', 'stable-with-support'] as const) });
};

/** Check-ins that nobody came to: two in a row are for the worklist. */
export const silentAftercare = (h: History, on: BusinessDate): void => {
  const [first, second, third] = start(h, on);
  hold(h, 1, first as BusinessDate, 6);
  h.does(second as BusinessDate, 'coach', 'MissCheckIn', { number: 2 });
  h.does(third as BusinessDate, 'coach', 'MissCheckIn', { number: 3 });
  h.does(h.later(third as BusinessDate, 25, 45), 'coach', 'StopTrajectory', { reason: 'no-contact' });
};

/** Two creditors signal within half a year: a relapse, and support goes on in the same trajectory. */
export const relapse = (h: History, on: BusinessDate): void => {
  const [first, second] = start(h, on);
  hold(h, 1, first as BusinessDate, 6);
  hold(h, 2, second as BusinessDate, 4);
  const setback = h.later(second as BusinessDate, 10, 30);
  h.does(setback, 'coach', 'ReportSetback', { kind: 'arrears', partner: 'energieleverancier', amount: '286.40' });
  const again = h.later(setback, 20, 60);
  h.does(again, 'coach', 'ReportSetback', { kind: 'arrears', partner: 'woningcorporatie', amount: '1256.28' });
  const resumed = h.later(again, 2, 7);
  h.does(resumed, 'coach', 'ResumeSupport', { reason: 'opnieuw achterstanden' });
  const goalId = h.id();
  h.does(resumed, 'coach', 'SetGoal', { goalId, wish: 'Weer grip op de vaste lasten', lifeArea: 'finances', targetDate: addMonths(resumed, 4) });
  h.does(h.later(resumed, 3, 9), 'coach', 'AgreePlan');
  if (h.roll.chance(0.6)) aftercare(h, h.later(addMonths(resumed, 6), 5));
};
