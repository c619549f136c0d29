import type { EventOf } from '@perspectief/kernel';

export const intakeEvents = {};

export type IntakeEvent = EventOf<typeof intakeEvents>;
