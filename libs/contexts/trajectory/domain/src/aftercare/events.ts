import { event, field, type EventOf } from '@perspectief/kernel';

const { id, cents, code, count, day, flag, listOf, oneOf, personal, text } = field;

export const setbackKinds = ['arrears', 'income', 'health', 'housing', 'other'] as const;
export type SetbackKind = (typeof setbackKinds)[number];

export const aftercareOutcomes = ['stable', 'stable-with-support', 'other-help', 'relapsed'] as const;
export type AftercareOutcome = (typeof aftercareOutcomes)[number];

/** What makes it a relapse: help was needed again, creditors signalled, or a home or supply is threatened. */
export const relapseCauses = ['debt-help-again', 'early-signals', 'threat'] as const;
export type RelapseCause = (typeof relapseCauses)[number];

export const aftercareEvents = {
  AftercareStarted: event('Support ended; someone keeps in touch until a set day.', { until: day, checkIns: listOf(day) }),
  CheckInHeld: event('Household and helper looked together at how things go.', {
    checkInId: id,
    number: count,
    wellbeing: count,
    newArrears: flag,
    note: personal(text).optional(),
  }),
  CheckInMissed: event('A check-in did not take place.', { number: count }),
  SetbackReported: event('Something went wrong again.', {
    kind: oneOf(setbackKinds),
    partner: personal(text).optional(),
    amount: cents.optional(),
    note: personal(text).optional(),
  }),
  RelapseFlagged: event('By the rule for relapse, problems are back.', {
    cause: oneOf(relapseCauses),
    rule: code.describe('version of the rule for relapse'),
  }),
  SupportResumed: event('Support goes on in the same trajectory.', { reason: personal(text) }),
  AftercareCompleted: event('Aftercare ended as planned.', { outcome: oneOf(aftercareOutcomes) }),
};

export type AftercareEvent = EventOf<typeof aftercareEvents>;
