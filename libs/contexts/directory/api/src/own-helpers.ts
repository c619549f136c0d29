import type { Actor } from '@perspectief/kernel';

/** Who helps a resident: their names may be shown to that resident. The service knows how to find out. */
export abstract class OwnHelpers {
  abstract of(resident: Actor): Promise<readonly string[]>;
}
