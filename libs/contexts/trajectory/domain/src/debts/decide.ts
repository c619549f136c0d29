import type { DecideOf } from '../track.js';
import type { DebtsCommand } from './commands.js';

export const decideDebts: DecideOf<DebtsCommand> = {};
