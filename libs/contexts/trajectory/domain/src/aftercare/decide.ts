import type { DecideOf } from '../track.js';
import type { AftercareCommand } from './commands.js';

export const decideAftercare: DecideOf<AftercareCommand> = {};
