import type { BusinessDate } from '@perspectief/kernel';
import type { HouseholdState, SharingGround } from './state.js';

const stands = (ground: SharingGround, day: BusinessDate): boolean =>
  ground.recordedOn <= day &&
  (ground.validUntil === undefined || day <= ground.validUntil) &&
  (ground.phase === 'standing' || day < ground.withdrawnOn);

/** The grounds on which laws may share on a day; the last day of a ground counts, the day of its withdrawal does not. */
export const groundsOn = (state: HouseholdState, day: BusinessDate): readonly SharingGround[] =>
  state.phase === 'registered' ? state.grounds.filter((ground) => stands(ground, day)) : [];
