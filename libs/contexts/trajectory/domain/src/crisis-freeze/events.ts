import type { EventOf } from '@perspectief/kernel';

export const crisisFreezeEvents = {};

export type CrisisFreezeEvent = EventOf<typeof crisisFreezeEvents>;
