import { event, field, type EventOf } from '@perspectief/kernel';
import { confirmers } from '../words.js';

const { id, day, oneOf } = field;

export const confirmationsEvents = {
  DeliveryConfirmed: event('What was bought was delivered.', { requestId: id, trajectoryId: id, on: day }),
  ReceiptConfirmed: event('What was bought was received.', { requestId: id, trajectoryId: id, by: oneOf(confirmers) }),
};

export type ConfirmationsEvent = EventOf<typeof confirmationsEvents>;
