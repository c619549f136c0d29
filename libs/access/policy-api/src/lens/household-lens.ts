import type { HouseholdView } from '@perspectief/household-read';
import type { Part } from '@perspectief/access';
import type { ClosedPart, Eyes } from './eyes.js';

type Always = 'id' | 'municipality' | 'day' | 'erased' | 'area' | 'registeredOn' | 'openTrajectoryId';

/** Which part each field of the page belongs to; a field that is missing here does not compile. */
const partOf: Readonly<Record<Exclude<keyof HouseholdView, Always>, Part>> = {
  name: 'identity',
  address: 'address',
  residences: 'address',
  members: 'members',
  sharingGrounds: 'grounds',
};

export type HouseholdSeen = HouseholdView & { readonly closed: readonly ClosedPart[] };

/** The page of a household as this viewer gets it. */
export const householdSeen = (view: HouseholdView, { parts }: Eyes): HouseholdSeen => {
  const hidden = Object.entries(partOf).filter(([, part]) => !parts.has(part));
  const emptied = hidden.map(([key]) => [key, Array.isArray(view[key as keyof HouseholdView]) ? [] : undefined]);
  const closed = [...new Set(hidden.map(([, part]) => part))].map((part) => ({ part, reason: 'not-for-your-task' as const }));
  return { ...view, ...Object.fromEntries(emptied), closed } as HouseholdSeen;
};
