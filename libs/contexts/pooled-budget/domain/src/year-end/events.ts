import { event, field, type EventOf } from '@perspectief/kernel';
import { centsByDomain } from '../by-domain.js';
import { remainders } from '../words.js';

const { id, cents, count, oneOf, listOf, record } = field;

export const yearEndEvents = {
  YearClosed: event('A year is over and never changes; what was promised goes over to the next year with its money.', {
    year: count,
    remainder: oneOf(remainders),
    /** By domain, what goes over to the next year and what goes back; together all that was not paid. */
    over: centsByDomain(),
    back: centsByDomain(),
    /** The part of what goes over that is promised. */
    reserved: cents,
    /** Requests that go over: what each has reserved, nothing where it still waits for approval. */
    requests: listOf(record({ requestId: id, reserved: cents })),
    buyOuts: listOf(record({ buyOutId: id, reserved: cents })),
  }),
};

export type YearEndEvent = EventOf<typeof yearEndEvents>;
