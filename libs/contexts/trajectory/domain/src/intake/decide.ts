import type { DecideOf } from '../track.js';
import type { IntakeCommand } from './commands.js';

export const decideIntake: DecideOf<IntakeCommand> = {};
