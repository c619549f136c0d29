import { addDays, addMonths, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { History } from '../history.js';

/** Each month of a freeze, up to its end, somebody looks whether the current costs were paid. */
export const checkCurrentCosts = (h: History, freezeId: Uuid, from: BusinessDate, end: BusinessDate): void => {
  for (let first = `${from.slice(0, 8)}01`; ; first = addMonths(first, 1)) {
    const nearlyOver = addDays(addMonths(first, 1), -2);
    const on = nearlyOver < from ? from : nearlyOver;
    if (on >= end) return;
    if (!h.slips(on, 0.3)) h.does(on, 'coach', 'ConfirmCurrentCostsPaid', { freezeId, month: first.slice(0, 7) });
  }
};
