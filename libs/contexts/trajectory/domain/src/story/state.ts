import type { EvolveOf } from '../track.js';
import type { StoryEvent } from './events.js';

export type StoryState = Record<never, never>;

export const initialStory: StoryState = {};

export const evolveStory: EvolveOf<StoryState, StoryEvent> = {};
