import { dayInWords, said, saying, type EventType, type Sentences } from '../sentence.js';
import { contactWords } from '../words.js';

export const storySentences = {
  ContactLogged: ({ data }) => {
    const how = contactWords[data.kind];
    return data.reached
      ? said(`Er was contact ${how.nl}.`, `There was contact ${how.en}.`)
      : said(`Er is geprobeerd contact te krijgen ${how.nl}, dat lukte niet.`, `Contact was tried ${how.en}, without success.`);
  },
  StoryTold: saying('Iemand vertelde zijn verhaal.', 'Somebody told their story.'),
  StoryCorrected: saying('Een verhaal is verbeterd.', 'A story was put right.'),
  DateCorrected: ({ data }) => {
    const on = dayInWords(data.happenedOn);
    return said(`Een datum klopte niet. De goede datum is ${on.nl}.`, `A date was wrong. The right date is ${on.en}.`);
  },
  LifeAreasAssessed: ({ data }) =>
    data.by === 'household'
      ? said('Het huishouden gaf zelf aan hoe het gaat.', 'The household itself said how things go.')
      : said('De coach legde vast hoe het gaat.', 'The coach recorded how things go.'),
} satisfies Partial<Sentences<EventType>>;
