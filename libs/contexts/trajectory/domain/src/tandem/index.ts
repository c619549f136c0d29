import type { Track } from '../track.js';
import type { TandemCommand } from './commands.js';
import { decideTandem } from './decide.js';
import type { TandemEvent } from './events.js';
import { evolveTandem, initialTandem, type TandemState } from './state.js';

/** A coach and an experience expert beside the household, as long as the household wants it. */
export const tandemTrack: Track<TandemState, TandemCommand, TandemEvent> = {
  initial: initialTandem,
  decide: decideTandem,
  evolve: evolveTandem,
};
