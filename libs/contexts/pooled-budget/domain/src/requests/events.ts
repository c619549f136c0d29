import { event, field, type EventOf } from '@perspectief/kernel';
import { byDomain } from '../by-domain.js';
import { approvalRoutes, requestRules } from '../words.js';

const { id, day, cents, count, code, flag, text, personal, oneOf, record } = field;

export const requestsEvents = {
  SpendingRequested: event('A coach asked for what a household needs, with the reasons why.', {
    requestId: id,
    trajectoryId: id,
    requestedBy: text,
    amount: cents,
    purpose: personal(text),
    payee: personal(text),
    lifeArea: code,
    /** Percentages as exact decimals. */
    split: record(byDomain(() => code.optional())).optional(),
    legitimate: personal(text),
    committed: personal(text),
    returns: personal(text),
    regularRouteRuledOut: personal(text),
    duplicateConfirmed: flag.optional(),
    emergency: flag.optional(),
    year: count,
    rule: oneOf(requestRules),
    /** How many others must approve; none within the mandate. */
    approvers: count,
  }),
  SpendingApproved: event('The money may be spent; from now on it is reserved.', {
    requestId: id,
    trajectoryId: id,
    by: oneOf(approvalRoutes),
    year: count,
    /** Nothing where an emergency reserved it before. */
    reserved: cents,
    /** An emergency wants its approval afterwards, by this day. */
    settleBy: day.optional(),
  }),
};

export type RequestsEvent = EventOf<typeof requestsEvents>;
