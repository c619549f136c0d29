import { event, field, type EventOf } from '@perspectief/kernel';
import { applicationKinds } from './kinds.js';

const { id, cents, day, domain, oneOf, personal, text } = field;

export const suspensionReasons = ['supplement-requested', 'consent', 'applicant-delay', 'force-majeure'] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];

export const applicationOutcomes = ['granted', 'partly-granted', 'refused', 'withdrawn'] as const;
export type ApplicationOutcome = (typeof applicationOutcomes)[number];

export const applicationEvents = {
  ApplicationReceived: event('The household applied for something, or reported a need; its terms began.', {
    applicationId: id,
    law: domain,
    kind: oneOf(applicationKinds),
  }),
  ClockSuspended: event('The term for the decision stands still from the next day.', {
    applicationId: id,
    reason: oneOf(suspensionReasons),
    from: day,
  }),
  ClockResumed: event('The term for the decision runs again.', { applicationId: id, on: day }),
  ApplicationDecided: event('The application was decided, or taken back.', {
    applicationId: id,
    law: domain,
    outcome: oneOf(applicationOutcomes),
    note: personal(text).optional(),
  }),
  InvestigationCompleted: event('The investigation after a report was done.', { applicationId: id }),
  TermExtended: event('The household was told in time that the decision comes later, and when.', {
    applicationId: id,
    law: domain,
    newDue: day,
    reason: personal(text),
  }),
  AdvancePaid: event('An advance was paid while the decision is awaited.', { applicationId: id, amount: cents }),
};

export type ApplicationEvent = EventOf<typeof applicationEvents>;
