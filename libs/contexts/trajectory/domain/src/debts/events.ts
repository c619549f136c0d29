import type { EventOf } from '@perspectief/kernel';

export const debtsEvents = {};

export type DebtsEvent = EventOf<typeof debtsEvents>;
