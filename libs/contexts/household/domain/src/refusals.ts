import type { GeneralRefusal } from '@perspectief/kernel';

/** Every expected no of a household. A code never changes its meaning; its sentences stand at the edge. */
export const householdRefusals = [
  'UNKNOWN_HOUSEHOLD',
  'HOUSEHOLD_EXISTS',
  'HOUSEHOLD_ERASED',
  'MEMBER_EXISTS',
  'UNKNOWN_MEMBER',
  'INVALID_BSN',
  'MEMBER_LEFT',
  'TOO_YOUNG_FOR_ACCESS',
  'MEMBER_HAS_ACCESS',
  'GROUND_EXISTS',
  'UNKNOWN_GROUND',
  'TRAJECTORY_OPEN',
  'HOUSEHOLD_HAS_OPEN_TRAJECTORY',
] as const;

export type HouseholdRefusal = GeneralRefusal | (typeof householdRefusals)[number];
