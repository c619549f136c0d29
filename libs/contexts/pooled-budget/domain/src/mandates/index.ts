import type { Concern } from '../concern.js';
import type { MandatesCommand } from './commands.js';
import { decideMandates } from './decide.js';
import type { MandatesEvent } from './events.js';
import { evolveMandates } from './evolve.js';

/** What a coach may spend without asking. */
export const mandates: Concern<MandatesCommand, MandatesEvent> = { decide: decideMandates, evolve: evolveMandates };
