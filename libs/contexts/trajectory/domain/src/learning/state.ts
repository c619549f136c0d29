import type { EvolveOf } from '../track.js';
import type { LearningEvent } from './events.js';

export type LearningState = Record<never, never>;

export const initialLearning: LearningState = {};

export const evolveLearning: EvolveOf<LearningState, LearningEvent> = {};
