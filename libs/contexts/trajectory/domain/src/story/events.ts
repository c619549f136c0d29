import { event, field, type EventOf } from '@perspectief/kernel';

const { id, count, code, flag, listOf, oneOf, personal, record, text } = field;

export const contactKinds = ['call', 'visit', 'letter', 'message'] as const;
export type ContactKind = (typeof contactKinds)[number];

export const assessors = ['household', 'coach'] as const;
export type Assessor = (typeof assessors)[number];

export const storyEvents = {
  ContactLogged: event('Someone was in touch with the household, or tried to be.', {
    contactId: id,
    kind: oneOf(contactKinds),
    reached: flag,
    note: personal(text).optional(),
  }),
  StoryTold: event('Someone told the story, once, for all who may read it.', {
    storyId: id,
    text: personal(text),
    visibleTo: listOf(text),
  }),
  StoryCorrected: event('The story was put right.', { storyId: id, text: personal(text) }),
  DateCorrected: event('A fact had been recorded with a wrong date; this is the right one.', {
    eventId: id,
    happenedOn: text.describe('business date or civil time, Europe/Amsterdam'),
    reason: personal(text),
  }),
  LifeAreasAssessed: event('How the household fares was scored by area of life.', {
    assessmentId: id,
    by: oneOf(assessors),
    scores: listOf(record({ lifeArea: code, score: count })),
    qualityOfLife: count.optional(),
    note: personal(text).optional(),
  }),
};

export type StoryEvent = EventOf<typeof storyEvents>;
