import type { Track } from '../track.js';
import type { StoryCommand } from './commands.js';
import { decideStory } from './decide.js';
import type { StoryEvent } from './events.js';
import { evolveStory, initialStory, type StoryState } from './state.js';

/** What the household tells, once, and how it fares; contacts and corrections of dates beside it. */
export const storyTrack: Track<StoryState, StoryCommand, StoryEvent> = {
  initial: initialStory,
  decide: decideStory,
  evolve: evolveStory,
};
