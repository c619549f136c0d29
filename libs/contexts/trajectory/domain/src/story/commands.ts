import type { CommandOf } from '@perspectief/kernel';

export type StoryCommand = CommandOf<Record<never, never>>;
