import type { Track } from '../track.js';
import type { CrisisFreezeCommand } from './commands.js';
import { decideCrisisFreeze } from './decide.js';
import type { CrisisFreezeEvent } from './events.js';
import { evolveCrisisFreeze, initialCrisisFreeze, type CrisisFreezeState } from './state.js';

export const crisisFreezeTrack: Track<CrisisFreezeState, CrisisFreezeCommand, CrisisFreezeEvent> = {
  initial: initialCrisisFreeze,
  decide: decideCrisisFreeze,
  evolve: evolveCrisisFreeze,
};
