import type { EventOf } from '@perspectief/kernel';

export const storyEvents = {};

export type StoryEvent = EventOf<typeof storyEvents>;
