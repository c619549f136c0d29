import { said, saying, type EventType, type Sentences } from '../sentence.js';

export const tandemSentences = {
  TandemProposed: saying(
    'Een coach en een ervaringsdeskundige stelden zich samen voor.',
    'A coach and an experience expert were proposed as a pair.',
  ),
  TandemStarted: saying('Het huishouden zei ja. Het tandem is begonnen.', 'The household said yes. The tandem began.'),
  TandemDeclined: saying('Het huishouden koos niet voor dit tandem. De hulp gaat gewoon door.', 'The household did not want this tandem. Its help goes on.'),
  TandemContactLogged: ({ data }) =>
    said(`Het tandem had contact, ${data.minutes} minuten.`, `The tandem was in touch, for ${data.minutes} minutes.`),
  TandemPaused: saying('Het tandem neemt een pauze.', 'The tandem pauses.'),
  TandemResumed: saying('Het tandem gaat weer verder.', 'The tandem goes on.'),
  ExpertReplaced: saying('Er kwam een andere ervaringsdeskundige in het tandem.', 'Another experience expert joined the tandem.'),
  CoachReplaced: saying('Er kwam een andere coach in het tandem.', 'Another coach joined the tandem.'),
  TandemEnded: saying('Het tandem is gestopt.', 'The tandem ended.'),
} satisfies Partial<Sentences<EventType>>;
