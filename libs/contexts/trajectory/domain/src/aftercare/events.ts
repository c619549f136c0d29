import type { EventOf } from '@perspectief/kernel';

export const aftercareEvents = {};

export type AftercareEvent = EventOf<typeof aftercareEvents>;
