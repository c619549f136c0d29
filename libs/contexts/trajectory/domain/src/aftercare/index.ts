import type { Track } from '../track.js';
import type { AftercareCommand } from './commands.js';
import { decideAftercare } from './decide.js';
import type { AftercareEvent } from './events.js';
import { relapseAfter } from './relapse.js';
import { evolveAftercare, initialAftercare, type AftercareState } from './state.js';

/** Keeping in touch when support has ended, until the household stands by itself or needs support again. */
export const aftercareTrack: Track<AftercareState, AftercareCommand, AftercareEvent> = {
  initial: initialAftercare,
  decide: decideAftercare,
  evolve: evolveAftercare,
  afterwards: relapseAfter,
};
