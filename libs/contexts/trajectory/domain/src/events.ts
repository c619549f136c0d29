import type { EventOf } from '@perspectief/kernel';
import { aftercareEvents } from './aftercare/events.js';
import { crisisFreezeEvents } from './crisis-freeze/events.js';
import { debtBuyOutEvents } from './debt-buy-out/events.js';
import { debtsEvents } from './debts/events.js';
import { intakeEvents } from './intake/events.js';
import { learningEvents } from './learning/events.js';
import { openingEvents } from './opening.js';
import { planEvents } from './plan/events.js';
import { storyEvents } from './story/events.js';
import { tandemEvents } from './tandem/events.js';

/** Every event of a trajectory, by its stable name. */
export const trajectoryEvents = {
  ...openingEvents,
  ...intakeEvents,
  ...storyEvents,
  ...planEvents,
  ...debtsEvents,
  ...tandemEvents,
  ...crisisFreezeEvents,
  ...debtBuyOutEvents,
  ...aftercareEvents,
  ...learningEvents,
};

export type TrajectoryEvent = EventOf<typeof trajectoryEvents>;
