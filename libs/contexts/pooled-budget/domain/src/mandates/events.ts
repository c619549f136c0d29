import { event, field, type EventOf } from '@perspectief/kernel';

const { cents, count, day, text, listOf, record } = field;

export const mandatesEvents = {
  MandateGranted: event('A coach may spend up to an amount without asking, from a day on.', {
    coachId: text,
    perRequest: cents,
    from: day,
    until: day.optional(),
    domains: listOf(field.domain).optional(),
    emergency: record({ upTo: cents, settleWithinWorkingDays: count }).optional(),
  }),
  MandateRevoked: event('A coach may no longer spend without asking.', { coachId: text }),
};

export type MandatesEvent = EventOf<typeof mandatesEvents>;
