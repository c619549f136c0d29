import { event, field, type EventOf } from '@perspectief/kernel';
import { confirmers } from '../words.js';

const { id, day, flag, oneOf } = field;

export const confirmationsEvents = {
  DeliveryConfirmed: event('What was bought was delivered.', { requestId: id, trajectoryId: id, on: day }),
  ReceiptConfirmed: event('What was bought was received. `onBehalf`: somebody else wrote it down for the household.', {
    ...{ requestId: id, trajectoryId: id, by: oneOf(confirmers) },
    onBehalf: flag.optional(),
  }),
};

export type ConfirmationsEvent = EventOf<typeof confirmationsEvents>;
