import type { Recorded } from '@perspectief/kernel';

/** Somebody else builds this read model, or switches it. */
export class AlreadyBuilding extends Error {
  constructor(readonly projection: string) {
    super(`projection ${projection} is being rebuilt already: wait for it, or stop it there`);
    this.name = 'AlreadyBuilding';
  }
}

/** What was being built is gone: somebody gave it up. What is read is as it was. */
export class BuildGivenUp extends Error {
  constructor(readonly projection: string) {
    super(`the rebuild of ${projection} was given up: what is read is as it was`);
    this.name = 'BuildGivenUp';
  }
}

/** A rebuild is strict: it stops at an event that it cannot take, and what is read stays as it was. */
export class PoisonInRebuild extends Error {
  constructor(
    readonly projection: string,
    readonly event: Pick<Recorded, 'stream' | 'streamVersion' | 'type' | 'position'>,
    readonly reason: string,
    cause: unknown,
  ) {
    super(
      `the rebuild of ${projection} stopped at event ${event.streamVersion} (${event.type}) of ${event.stream}: ${reason}. ` +
        'What is read is as it was; once the event can be taken, the same command goes on from there',
      { cause },
    );
    this.name = 'PoisonInRebuild';
  }
}

/** There is no former version that this program could go back to. */
export class NothingToSwitchTo extends Error {
  constructor(projection: string, why: string) {
    super(`projection ${projection} cannot be switched: ${why}`);
    this.name = 'NothingToSwitchTo';
  }
}

/** Somebody reads these tables for so long that they cannot be switched. */
export class SwitchHeldUp extends Error {
  constructor(projection: string, by: string) {
    super(`projection ${projection} was not switched: ${by}; what was built stays, and the same command goes on with it`);
    this.name = 'SwitchHeldUp';
  }
}
