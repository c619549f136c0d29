import { placeholdersIn, type SentencePair } from '../sentences/index.js';

/** Longer sentences are no plain language. */
const LONGEST = 25;
/** Facts that refusals carry. */
const KNOWN_FACTS: readonly string[] = [
  'available', 'capacity', 'due', 'highest', 'last', 'latest', 'left', 'lowest', 'open', 'requestedOn', 'reserved', 'rule', 'settleBy', 'standing',
  'year',
];

const faultsInText = (where: string, text: string): readonly string[] => [
  ...(text.trim() === '' || !/[.?!]$/.test(text) ? [`${where} is no sentence`] : []),
  ...text.split(/(?<=[.?!])\s+/).filter((sentence) => sentence.split(/\s+/).length > LONGEST).map((sentence) => `${where} is long: ${sentence}`),
  ...placeholdersIn(text).filter((name) => !KNOWN_FACTS.includes(name)).map((name) => `${where} speaks of {${name}}, which no refusal tells`),
];

const faultsInPair = (code: string, { nl, en }: SentencePair): readonly string[] => [
  ...faultsInText(`${code} nl`, nl),
  ...faultsInText(`${code} en`, en),
  ...(placeholdersIn(nl).join() === placeholdersIn(en).join() ? [] : [`${code} tells other facts in Dutch than in English`]),
];

/** What is wrong with these sentences; nothing when they are plain, whole, and speak of known facts alone. */
export const faultsInSentences = (sentences: Readonly<Record<string, SentencePair>>): readonly string[] =>
  Object.entries(sentences).flatMap(([code, pair]) => faultsInPair(code, pair));
