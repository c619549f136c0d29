import type { Track } from '../track.js';
import type { StoryCommand } from './commands.js';
import { decideStory } from './decide.js';
import type { StoryEvent } from './events.js';
import { evolveStory, initialStory, type StoryState } from './state.js';

export const storyTrack: Track<StoryState, StoryCommand, StoryEvent> = {
  initial: initialStory,
  decide: decideStory,
  evolve: evolveStory,
};
