import type { EventOf } from '@perspectief/kernel';
import { approvalsEvents } from './approvals/events.js';
import { buyOutEvents } from './buy-out/events.js';
import { ceilingsEvents } from './ceilings/events.js';
import { confirmationsEvents } from './confirmations/events.js';
import { contributionsEvents } from './contributions/events.js';
import { mandatesEvents } from './mandates/events.js';
import { openingEvents } from './opening/events.js';
import { paymentsEvents } from './payments/events.js';
import { requestsEvents } from './requests/events.js';
import { yearEndEvents } from './year-end/events.js';

/** Every event of a pooled budget, by its stable name. */
export const pooledBudgetEvents = {
  ...openingEvents,
  ...contributionsEvents,
  ...mandatesEvents,
  ...requestsEvents,
  ...approvalsEvents,
  ...confirmationsEvents,
  ...paymentsEvents,
  ...ceilingsEvents,
  ...buyOutEvents,
  ...yearEndEvents,
};

export type PooledBudgetEvent = EventOf<typeof pooledBudgetEvents>;
