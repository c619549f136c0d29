import { event, field, type EventOf } from '@perspectief/kernel';

const { id, count, code, text, personal } = field;

export const tandemEvents = {
  TandemProposed: event('A coach and an experience expert were proposed to the household as a pair.', {
    tandemId: id,
    coachId: text,
    expertId: text,
  }),
  TandemStarted: event('The household agreed with the pair.', { tandemId: id }),
  TandemDeclined: event('The household did not want this pair; its help goes on all the same.', {
    tandemId: id,
    reason: personal(text).optional(),
  }),
  TandemContactLogged: event('The pair, or one of the two, was in touch with the household.', {
    tandemId: id,
    contactId: id,
    kind: code,
    minutes: count,
    note: personal(text).optional(),
  }),
  TandemPaused: event('The pair pauses.', { tandemId: id }),
  TandemResumed: event('The pair goes on.', { tandemId: id }),
  ExpertReplaced: event('Another experience expert takes the place in the pair.', { tandemId: id, expertId: text }),
  CoachReplaced: event('Another coach takes the place in the pair.', { tandemId: id, coachId: text }),
  TandemEnded: event('The pair ended.', { tandemId: id, reason: personal(text) }),
};

export type TandemEvent = EventOf<typeof tandemEvents>;
