import type { Track } from '../track.js';
import type { LearningCommand } from './commands.js';
import { decideLearning } from './decide.js';
import type { LearningEvent } from './events.js';
import { evolveLearning, initialLearning, type LearningState } from './state.js';

export const learningTrack: Track<LearningState, LearningCommand, LearningEvent> = {
  initial: initialLearning,
  decide: decideLearning,
  evolve: evolveLearning,
};
