import type { Concern } from '../concern.js';
import type { ApprovalsCommand } from './commands.js';
import { decideApprovals } from './decide.js';
import type { ApprovalsEvent } from './events.js';
import { evolveApprovals } from './evolve.js';

/** Others decide on a request: yes, no, or a question first. */
export const approvals: Concern<ApprovalsCommand, ApprovalsEvent> = { decide: decideApprovals, evolve: evolveApprovals };
