import type { Track } from '../track.js';
import type { CrisisFreezeCommand } from './commands.js';
import { decideCrisisFreeze } from './decide.js';
import type { CrisisFreezeEvent } from './events.js';
import { evolveCrisisFreeze } from './evolve.js';
import { initialCrisisFreeze, type CrisisFreezeState } from './state.js';

/** Calm while a home, energy, water or an insurance is about to be lost. */
export const crisisFreezeTrack: Track<CrisisFreezeState, CrisisFreezeCommand, CrisisFreezeEvent> = {
  initial: initialCrisisFreeze,
  decide: decideCrisisFreeze,
  evolve: evolveCrisisFreeze,
};
