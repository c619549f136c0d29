import { said, type EventType, type Sentences } from '../sentence.js';

export const learningSentences = {
  BottleneckReported: ({ data }) =>
    said(`Een regel zit in de weg: ${data.rule} (${data.organisation}).`, `A rule stands in the way: ${data.rule} (${data.organisation}).`),
} satisfies Partial<Sentences<EventType>>;
