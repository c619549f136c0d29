import type { Uuid } from '@perspectief/kernel';

/** Who signs in as a member of a household: they may be named to each other. The service knows how to find out. */
export abstract class MembersOfHousehold {
  abstract of(householdId: Uuid): Promise<readonly string[]>;
}
