import type { Concern } from '../concern.js';
import type { ConfirmationsCommand } from './commands.js';
import { decideConfirmations } from './decide.js';
import type { ConfirmationsEvent } from './events.js';
import { evolveConfirmations } from './evolve.js';

/** What was bought arrived, and was received. */
export const confirmations: Concern<ConfirmationsCommand, ConfirmationsEvent> = { decide: decideConfirmations, evolve: evolveConfirmations };
