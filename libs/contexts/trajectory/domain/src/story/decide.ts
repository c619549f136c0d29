import type { DecideOf } from '../track.js';
import type { StoryCommand } from './commands.js';

export const decideStory: DecideOf<StoryCommand> = {};
