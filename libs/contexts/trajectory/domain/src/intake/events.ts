import { event, field, type EventOf } from '@perspectief/kernel';
import { applicationEvents } from './applications/events.js';

const { id, oneOf, text } = field;

export const conversationPlaces = ['home', 'office', 'phone', 'online'] as const;
export type ConversationPlace = (typeof conversationPlaces)[number];

export const intakeEvents = {
  CoachAssigned: event('A coach became the one regular contact of the household.', { coachId: text }),
  ...applicationEvents,
  FirstConversationHeld: event('The first conversation about the question behind the question was held.', {
    place: oneOf(conversationPlaces),
    applicationId: id.optional(),
  }),
  IntakeCompleted: event('The intake is done; support by the agreed plan begins.', {}),
};

export type IntakeEvent = EventOf<typeof intakeEvents>;
