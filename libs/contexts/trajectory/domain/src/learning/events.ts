import { event, field, type EventOf } from '@perspectief/kernel';

const { id, text } = field;

export const learningEvents = {
  // No personal fields: who learns from bottlenecks holds no household's key.
  BottleneckReported: event('A rule or a way of working stands in the way of help.', {
    bottleneckId: id,
    rule: text,
    organisation: text,
    description: text,
  }),
};

export type LearningEvent = EventOf<typeof learningEvents>;
