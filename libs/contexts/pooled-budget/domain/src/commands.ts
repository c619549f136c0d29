import type { ApprovalsCommand } from './approvals/commands.js';
import type { BuyOutCommand } from './buy-out/commands.js';
import type { CeilingsCommand } from './ceilings/commands.js';
import type { ConfirmationsCommand } from './confirmations/commands.js';
import type { ContributionsCommand } from './contributions/commands.js';
import type { MandatesCommand } from './mandates/commands.js';
import type { OpeningCommand } from './opening/commands.js';
import type { PaymentsCommand } from './payments/commands.js';
import type { RequestsCommand } from './requests/commands.js';
import type { YearEndCommand } from './year-end/commands.js';

/** What may be asked of a pot that is there. */
export type ConcernCommand =
  | ContributionsCommand
  | MandatesCommand
  | RequestsCommand
  | ApprovalsCommand
  | ConfirmationsCommand
  | PaymentsCommand
  | CeilingsCommand
  | BuyOutCommand
  | YearEndCommand;

export type PooledBudgetCommand = OpeningCommand | ConcernCommand;
