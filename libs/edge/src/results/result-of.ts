import type { Refusal } from '@perspectief/kernel';
import type { CommandAnswer } from '@perspectief/runtime';
import { sentenceOf } from '../sentences/register.js';
import type { CommandResult, Refused } from './command-result.js';

export const refusedAs = (refusal: Refusal, repeated = false): Refused => ({
  code: refusal.code,
  sentence: sentenceOf(refusal),
  field: refusal.field ?? null,
  facts: Object.entries(refusal.facts ?? {}).map(([name, value]) => ({ name, value: String(value) })),
  repeated,
});

/** The answer of the command path as the API tells it. */
export const resultOf = (answer: CommandAnswer): CommandResult => {
  if ('refused' in answer) return refusedAs(answer.refused, answer.repeated);
  const { position, version, events, repeated } = answer.accepted;
  return { position: position ?? null, version, events, repeated };
};
