import type { AftercareCommand } from './aftercare/commands.js';
import type { CrisisFreezeCommand } from './crisis-freeze/commands.js';
import type { DebtBuyOutCommand } from './debt-buy-out/commands.js';
import type { DebtsCommand } from './debts/commands.js';
import type { IntakeCommand } from './intake/commands.js';
import type { LearningCommand } from './learning/commands.js';
import type { OpeningCommand } from './opening.js';
import type { PlanCommand } from './plan/commands.js';
import type { StoryCommand } from './story/commands.js';
import type { TandemCommand } from './tandem/commands.js';

/** What may be asked of a trajectory that is there. */
export type TrackCommand =
  | IntakeCommand
  | StoryCommand
  | PlanCommand
  | DebtsCommand
  | TandemCommand
  | CrisisFreezeCommand
  | DebtBuyOutCommand
  | AftercareCommand
  | LearningCommand;

export type TrajectoryCommand = OpeningCommand | TrackCommand;
