import type { DecideOf } from '../track.js';
import type { LearningCommand } from './commands.js';

export const decideLearning: DecideOf<LearningCommand> = {};
