import type { Actor } from '@perspectief/kernel';

/** Who helps a resident: their names may be shown to that resident. The service knows how to find out. */
export abstract class OwnHelpers {
  abstract of(resident: Actor): Promise<readonly string[]>;
}

/** Which residents a coach may name: those of households that the coach may see, and those of none yet, who are given an own page by the code that they show. */
export abstract class OwnResidents {
  /** Of these residents. */
  abstract of(coach: Actor, ids: readonly string[]): Promise<readonly string[]>;
}
