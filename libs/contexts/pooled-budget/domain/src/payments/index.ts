import type { Concern } from '../concern.js';
import type { PaymentsCommand } from './commands.js';
import { decidePayments } from './decide.js';
import type { PaymentsEvent } from './events.js';
import { evolvePayments } from './evolve.js';

/** Money goes out, comes back, or is no longer needed. */
export const payments: Concern<PaymentsCommand, PaymentsEvent> = { decide: decidePayments, evolve: evolvePayments };
