import type { Refusal, Uuid } from '@perspectief/kernel';
import type { TrajectoryRefusal } from '../refusals.js';
import { highestRating, isRating, lowestRating } from '../story/life-areas.js';
import type { AftercareState, CheckIn, RunningAftercare } from './state.js';

type Objection = Refusal<TrajectoryRefusal> | false;

export const checkInOf = ({ checkIns }: RunningAftercare, number: number): CheckIn | undefined =>
  checkIns.find((one) => one.number === number);

export const checkInIsKnown = (aftercare: RunningAftercare, number: number): Objection =>
  !checkInOf(aftercare, number) && { code: 'UNKNOWN_CHECK_IN', field: 'number' };

export const checkInIdIsNew = ({ current, earlier }: AftercareState, checkInId: Uuid): Objection =>
  [...earlier, ...(current.phase === 'none' ? [] : [current])].some(({ checkIns }) =>
    checkIns.some((one) => one.phase === 'held' && one.checkInId === checkInId),
  ) && { code: 'CHECK_IN_EXISTS', field: 'checkInId' };

export const wellbeingIsRating = (wellbeing: number): Objection =>
  !isRating(wellbeing) && {
    code: 'SCORE_OUT_OF_RANGE',
    field: 'wellbeing',
    facts: { lowest: lowestRating, highest: highestRating },
  };

export const everyCheckInIsDone = ({ checkIns }: RunningAftercare): Objection => {
  const open = checkIns.filter((one) => one.phase === 'planned').length;
  return open > 0 && { code: 'CHECK_INS_OPEN', facts: { open } };
};
