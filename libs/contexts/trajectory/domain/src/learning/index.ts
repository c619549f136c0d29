import type { Track } from '../track.js';
import type { LearningCommand } from './commands.js';
import { decideLearning } from './decide.js';
import type { LearningEvent } from './events.js';
import { evolveLearning, initialLearning, type LearningState } from './state.js';

/** What stood in the way of help, for those who can change the rules. */
export const learningTrack: Track<LearningState, LearningCommand, LearningEvent> = {
  initial: initialLearning,
  decide: decideLearning,
  evolve: evolveLearning,
};
