import { Field, ObjectType } from '@nestjs/graphql';
import { Sentence } from '../results/command-result.js';
import { registerSentences, sentenceOf } from '../sentences/register.js';

registerSentences({
  READ_MODEL_BEHIND: {
    nl: 'Wat je net opsloeg is bewaard, maar staat hier nog niet. Probeer het zo weer.',
    en: 'What you stored is safe, but does not show here yet. Try again in a moment.',
  },
});

@ObjectType({ description: 'There is nothing under this id, or was nothing on that day.' })
export class NotFound {
  @Field(() => String) code!: string;
  @Field(() => Sentence) sentence!: Sentence;
}

@ObjectType({ description: 'The position that was asked for with `after` is not in the read model yet.' })
export class NotYet {
  @Field(() => String) code!: string;
  @Field(() => Sentence) sentence!: Sentence;
}

@ObjectType({ description: 'An argument of the question cannot be read. It is named; its value is not repeated.' })
export class InvalidInput {
  @Field(() => String) code!: string;
  @Field(() => Sentence) sentence!: Sentence;
  @Field(() => String) field!: string;
}

/** What every question may be answered with in place of what it asked for. */
export const otherAnswers = [NotFound, NotYet, InvalidInput] as const;
export type OtherAnswer = NotFound | NotYet | InvalidInput;

export const notFound = (code: 'UNKNOWN_TRAJECTORY' | 'UNKNOWN_HOUSEHOLD' | 'UNKNOWN_BUDGET' | 'UNKNOWN_REQUEST'): NotFound => Object.assign(new NotFound(), { code, sentence: sentenceOf({ code }) });

export const notYet = (): NotYet =>
  Object.assign(new NotYet(), { code: 'READ_MODEL_BEHIND', sentence: sentenceOf({ code: 'READ_MODEL_BEHIND' }) });

/** `rule` is the name of the rule that was broken. */
export const invalidInput = (field: string, rule: string): InvalidInput =>
  Object.assign(new InvalidInput(), { code: 'INVALID_INPUT', field, sentence: sentenceOf({ code: 'INVALID_INPUT', field, facts: { rule } }) });

export const notSignedIn = (field: string): InvalidInput =>
  Object.assign(new InvalidInput(), { code: 'NOT_SIGNED_IN', field, sentence: sentenceOf({ code: 'NOT_SIGNED_IN' }) });

/** For unions: an answer of another kind is an instance of its class, what was asked for is plain data. */
export const kindOf = <Asked>(Asked: Asked) => (answer: object): Asked | (typeof otherAnswers)[number] =>
  otherAnswers.find((Kind) => answer instanceof Kind) ?? Asked;
