import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Where a page ends, and whether there is more.' })
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Give this as `cursor` for the next page.' }) endCursor!: string | null;
}

/** The place of an item in its list, as text that says nothing to whoever carries it. */
export const cursorOf = (place: readonly string[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');

export const pageInfo = (last: readonly string[] | undefined, hasNextPage: boolean): PageInfo => ({
  hasNextPage,
  endCursor: last ? cursorOf(last) : null,
});
