import type { Track } from '../track.js';
import type { DebtsCommand } from './commands.js';
import { decideDebts } from './decide.js';
import type { DebtsEvent } from './events.js';
import { evolveDebts, initialDebts, type DebtsState } from './state.js';

export const debtsTrack: Track<DebtsState, DebtsCommand, DebtsEvent> = {
  initial: initialDebts,
  decide: decideDebts,
  evolve: evolveDebts,
};
