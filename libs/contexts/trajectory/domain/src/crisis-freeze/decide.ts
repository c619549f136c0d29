import type { DecideOf } from '../track.js';
import type { CrisisFreezeCommand } from './commands.js';

export const decideCrisisFreeze: DecideOf<CrisisFreezeCommand> = {};
