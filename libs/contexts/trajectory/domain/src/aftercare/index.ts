import type { Track } from '../track.js';
import type { AftercareCommand } from './commands.js';
import { decideAftercare } from './decide.js';
import type { AftercareEvent } from './events.js';
import { evolveAftercare, initialAftercare, type AftercareState } from './state.js';

export const aftercareTrack: Track<AftercareState, AftercareCommand, AftercareEvent> = {
  initial: initialAftercare,
  decide: decideAftercare,
  evolve: evolveAftercare,
};
