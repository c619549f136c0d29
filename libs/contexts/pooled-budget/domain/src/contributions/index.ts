import type { Concern } from '../concern.js';
import type { ContributionsCommand } from './commands.js';
import { decideContributions } from './decide.js';
import type { ContributionsEvent } from './events.js';
import { evolveContributions } from './evolve.js';

/** What the domains put into the pot, a year at a time, and take back. */
export const contributions: Concern<ContributionsCommand, ContributionsEvent> = { decide: decideContributions, evolve: evolveContributions };
