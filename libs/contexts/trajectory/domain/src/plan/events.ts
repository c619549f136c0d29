import type { EventOf } from '@perspectief/kernel';

export const planEvents = {};

export type PlanEvent = EventOf<typeof planEvents>;
