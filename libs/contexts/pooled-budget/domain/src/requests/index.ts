import type { Concern } from '../concern.js';
import type { RequestsCommand } from './commands.js';
import { decideRequests } from './decide.js';
import type { RequestsEvent } from './events.js';
import { evolveRequests } from './evolve.js';

/** A coach asks for what a household needs; within the mandate that is a yes at once. */
export const requests: Concern<RequestsCommand, RequestsEvent> = { decide: decideRequests, evolve: evolveRequests };
