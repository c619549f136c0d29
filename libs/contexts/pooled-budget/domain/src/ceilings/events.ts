import { event, field, type EventOf } from '@perspectief/kernel';

const { id, cents, text, personal } = field;

export const ceilingsEvents = {
  CeilingRaiseProposed: event('A budget holder proposed more room for one household.', {
    trajectoryId: id,
    amount: cents,
    reason: personal(text),
    proposedBy: text,
  }),
  CeilingRaised: event('A second budget holder agreed: the ceiling of one household is higher.', {
    trajectoryId: id,
    amount: cents,
    confirmedBy: text,
  }),
};

export type CeilingsEvent = EventOf<typeof ceilingsEvents>;
