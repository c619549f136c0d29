export { edgeRefusals, edgeSentences, type EdgeRefusal } from './edge-sentences.js';
export { inputSentences } from './input-sentences.js';
export { allSentences, RefusalCode, registerSentences, sentenceOf } from './register.js';
export { placeholdersIn, withFacts, type Facts, type SentencePair, type Sentences } from './sentence.js';
