import { Field, ObjectType } from '@nestjs/graphql';

/** Shown by every page that leaves something out. */
@ObjectType('ClosedPart', { description: 'A part of the page that is not for you, and why.' })
export class ClosedPartShown {
  @Field(() => String, { description: 'A part of the page, or a law.' }) part!: string;
  @Field(() => String, { description: 'support-in-place: there is help under this law, and why stays there; not-for-your-task.' }) reason!: string;
}
