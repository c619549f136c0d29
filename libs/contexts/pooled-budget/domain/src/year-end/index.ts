import type { Concern } from '../concern.js';
import type { YearEndCommand } from './commands.js';
import { decideYearEnd } from './decide.js';
import type { YearEndEvent } from './events.js';
import { evolveYearEnd } from './evolve.js';

/** A year closes: what is promised goes over, what is left goes back or over. */
export const yearEnd: Concern<YearEndCommand, YearEndEvent> = { decide: decideYearEnd, evolve: evolveYearEnd };
