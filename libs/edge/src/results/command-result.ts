import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RefusalCode } from '../sentences/register.js';

@ObjectType({ description: 'The same in plain Dutch and plain English.' })
export class Sentence {
  @Field(() => String) nl!: string;
  @Field(() => String) en!: string;
}

@ObjectType({ description: 'A fact behind a refusal, such as what is still available. Never personal data.' })
export class Fact {
  @Field(() => String) name!: string;
  @Field(() => String) value!: string;
}

@ObjectType({ description: 'The command was carried out, now or when it was sent before.' })
export class Accepted {
  @Field(() => ID, { nullable: true, description: 'Give this to a query as `after` to read your own write. Null when nothing had to change.' })
  position!: string | null;
  @Field(() => Int, { description: 'Number of events in the stream.' }) version!: number;
  @Field(() => Int, { description: 'How many events the command wrote.' }) events!: number;
  @Field(() => Boolean, { description: 'The command had been here before; nothing was written now.' }) repeated!: boolean;
}

@ObjectType({ description: 'An expected no, with its reason. Nothing was written.' })
export class Refused {
  @Field(() => RefusalCode) code!: string;
  @Field(() => Sentence) sentence!: Sentence;
  @Field(() => String, { nullable: true, description: 'The field of the input that it is about.' }) field!: string | null;
  @Field(() => [Fact]) facts!: Fact[];
  @Field(() => Boolean) repeated!: boolean;
}

export const CommandResult = createUnionType({
  name: 'CommandResult',
  types: () => [Accepted, Refused] as const,
  resolveType: (result: object) => ('code' in result ? Refused : Accepted),
});
export type CommandResult = Accepted | Refused;
