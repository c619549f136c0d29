import { dayInWords, said, saying, type EventType, type Sentences } from '../sentence.js';
import { setbackWords } from '../words.js';

export const aftercareSentences = {
  AftercareStarted: ({ data }) => {
    const until = dayInWords(data.until);
    return said(`De nazorg begon en duurt tot en met ${until.nl}.`, `Aftercare began and lasts until ${until.en}.`);
  },
  CheckInHeld: ({ data }) =>
    data.newArrears
      ? said(`Gesprek ${data.number} is gehouden. Er is een nieuwe achterstand.`, `Check-in ${data.number} was held. There are new arrears.`)
      : said(`Gesprek ${data.number} is gehouden.`, `Check-in ${data.number} was held.`),
  CheckInMissed: ({ data }) => said(`Gesprek ${data.number} ging niet door.`, `Check-in ${data.number} did not take place.`),
  SetbackReported: ({ data }) => {
    const what = setbackWords[data.kind];
    return said(`Er was een tegenslag: ${what.nl}.`, `There was a setback: ${what.en}.`);
  },
  RelapseFlagged: saying('De problemen lijken terug te komen.', 'Problems seem to be back.'),
  SupportResumed: saying('De hulp gaat weer verder.', 'Support goes on again.'),
  AftercareCompleted: saying('De nazorg is afgerond.', 'Aftercare ended as planned.'),
} satisfies Partial<Sentences<EventType>>;
