import type { EventOf } from '@perspectief/kernel';

export const learningEvents = {};

export type LearningEvent = EventOf<typeof learningEvents>;
