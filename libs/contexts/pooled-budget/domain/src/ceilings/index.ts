import type { Concern } from '../concern.js';
import type { CeilingsCommand } from './commands.js';
import { decideCeilings } from './decide.js';
import type { CeilingsEvent } from './events.js';
import { evolveCeilings } from './evolve.js';

/** What one household may get over all years, and how two holders raise it. */
export const ceilings: Concern<CeilingsCommand, CeilingsEvent> = { decide: decideCeilings, evolve: evolveCeilings };
