import { registerEnumType } from '@nestjs/graphql';
import type { Refusal } from '@perspectief/kernel';
import { edgeSentences } from './edge-sentences.js';
import { inputSentences } from './input-sentences.js';
import { withFacts, type SentencePair, type Sentences } from './sentence.js';

const sentences = new Map<string, SentencePair>();

/** Every code that an answer may hold; grows as contexts register, and is read when the schema is built. */
export const RefusalCode: Record<string, string> = {};
registerEnumType(RefusalCode, { name: 'RefusalCode', description: 'Why a command was refused. A code never changes its meaning.' });

const register = (code: string, pair: SentencePair): void => {
  const known = sentences.get(code);
  if (known && (known.nl !== pair.nl || known.en !== pair.en)) throw new Error(`two sentences say ${code}`);
  sentences.set(code, pair);
  RefusalCode[code] = code;
};

/** A context says its refusals in words. Contexts may share a code: then they say the same. */
export const registerSentences = <Code extends string>(pairs: Sentences<Code>): void => {
  for (const [code, pair] of Object.entries<SentencePair>(pairs)) register(code, pair);
};
registerSentences(edgeSentences);

/** Every code with its sentence, for the reference. */
export const allSentences = (): Readonly<Record<string, SentencePair>> => Object.fromEntries(sentences);

/** The sentence of a refusal; of wrong input, that of the rule which was broken. */
export const sentenceOf = ({ code, field, facts = {} }: Refusal): SentencePair => {
  const rule = facts['rule'] ?? ruleOfEnvelope[field ?? ''];
  const pair = (code === 'INVALID_INPUT' && inputSentences[String(rule)]) || sentences.get(code);
  if (!pair) throw new Error(`no sentence says ${code}`);
  return withFacts(pair, facts);
};

/** What stands around a command is checked by the command path, which names the field alone. */
const ruleOfEnvelope: Readonly<Record<string, string>> = { commandId: 'isUuid', happenedOn: 'isLocalDateTime' };
