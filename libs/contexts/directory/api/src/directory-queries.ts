import { Args, ArgsType, Context, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Directory, roles, type Person, type Role } from '@perspectief/directory';
import { connected, faultIn, faultInCursor, faultOutside, mustBeSignedIn, placeIn, wireError, type EdgeContext, type OtherAnswer } from '@perspectief/edge';
import type { Actor } from '@perspectief/kernel';
import { AreasResult, PeopleResult, TeamsResult, type PersonShown } from './directory-shown.js';
import { OwnHelpers, OwnResidents } from './own-helpers.js';

const staffRoles: readonly Role[] = roles.filter((role) => role !== 'household-member');

@ArgsType()
export class DirectoryPageArgs {
  @Field(() => Int, { defaultValue: 50, description: '1 to 200.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' }) cursor?: string | null;
}

@ArgsType()
export class PeopleArgs extends DirectoryPageArgs {
  @Field(() => [ID], { nullable: true, description: 'Only these, at most 200: the names that a page needs.' }) ids?: string[] | null;
  @Field(() => [String], { nullable: true }) roles?: string[] | null;
  @Field(() => String, { nullable: true }) area?: string | null;
  @Field(() => String, { nullable: true }) team?: string | null;
  @Field(() => Boolean, { nullable: true }) active?: boolean | null;
}

const shownTo = (reader: Actor) => ({ id, name, role, area, team, active = true, qualification, capacity, secrecySignedOn, conductCertificateOn, until }: Person): PersonShown => ({
  id, name, role, active,
  ...(area !== undefined && { area }),
  ...(team !== undefined && { team }),
  ...(reader.role !== 'household-member' && { qualification, capacity }),
  ...(reader.role === 'administrator' && { secrecySignedOn, conductCertificateOn, until }),
});

const placeOf = (cursor: string | null | undefined): string | undefined => (cursor == null ? undefined : placeIn(cursor, 1)?.[0]);

const faultInPage = ({ first, cursor }: DirectoryPageArgs): OtherAnswer | undefined => faultIn([['first', first, 'isWhole']]) ?? faultInCursor(cursor, 1);

/** A short list, paged: all areas and teams of a municipality fit in memory many times over. */
const pageOf = <Item>(all: readonly Item[], keyOf: (item: Item) => string, { first, cursor }: DirectoryPageArgs): object => {
  const after = placeOf(cursor);
  const sorted = [...all].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const rest = after === undefined ? sorted : sorted.filter((item) => keyOf(item) > after);
  return connected({ items: rest.slice(0, first), hasNext: rest.length > first, total: all.length }, (item) => [keyOf(item)]);
};

/** Names and places of staff: for all who are signed in, residents see who helps them. */
@Resolver()
export class DirectoryQueries {
  constructor(
    private readonly directory: Directory,
    private readonly helpers: OwnHelpers,
    private readonly residents: OwnResidents,
  ) {}

  @Query(() => PeopleResult, { name: 'people' })
  async people(@Args() args: PeopleArgs, @Context() context: EdgeContext): Promise<object> {
    const reader = await this.reader(context);
    const fault = faultIn([['ids', args.ids, 'isList'], ['area', args.area, 'isCode'], ['team', args.team, 'isCode']]) ?? faultOutside('roles', args.roles, roles) ?? faultInPage(args);
    if (fault) return fault;
    if (reader.role === 'household-member' || args.ids) return this.byId(reader, args.ids ?? (await this.helpers.of(reader)));
    const { municipality } = reader;
    const asked = (args.roles as readonly Role[] | null | undefined) ?? staffRoles;
    const filter = { municipality, roles: asked.filter((role) => staffRoles.includes(role)), area: args.area ?? undefined, team: args.team ?? undefined, active: args.active ?? undefined };
    const page = await this.directory.page(filter, args.first, placeOf(args.cursor));
    return connected({ ...page, items: page.items.map(shownTo(reader)) }, ({ id }) => [id]);
  }

  @Query(() => TeamsResult, { name: 'teams' })
  async teams(@Args() args: DirectoryPageArgs, @Context() context: EdgeContext): Promise<object> {
    const { municipality } = await this.reader(context);
    return faultInPage(args) ?? pageOf((await this.directory.teams()).filter((team) => team.municipality === municipality), ({ id }) => id, args);
  }

  @Query(() => AreasResult, { name: 'areas' })
  async areas(@Args() args: DirectoryPageArgs, @Context() context: EdgeContext): Promise<object> {
    const { municipality } = await this.reader(context);
    return faultInPage(args) ?? pageOf((await this.directory.areas()).filter((area) => area.municipality === municipality), ({ code }) => code, args);
  }

  /**
   * Residents are in no list: each finds the own name alone, and those who help. A coach finds the own residents by the code that they
   * show. Who left is still named, for the past names them.
   */
  private async byId(reader: Person, ids: readonly string[]): Promise<object> {
    const found = await this.directory.find(ids);
    const helpers = reader.role === 'household-member' ? new Set(await this.helpers.of(reader)) : undefined;
    const asked = reader.role === 'neighbourhood-coach' ? found.flatMap(({ id, role }) => (role === 'household-member' ? [id] : [])) : [];
    const residents = new Set(asked.length > 0 ? await this.residents.of(reader, asked) : []);
    const mayName = ({ id, role, municipality }: Person): boolean =>
      id === reader.id || (municipality === reader.municipality && (role !== 'household-member' || residents.has(id)) && (helpers?.has(id) ?? true));
    const items = found.filter(mayName).map(shownTo(reader)).sort((a, b) => (a.id < b.id ? -1 : 1));
    return connected({ items, hasNext: false, total: items.length }, ({ id }) => [id]);
  }

  private async reader(context: EdgeContext): Promise<Person> {
    if (context.unavailable) throw wireError('UNAVAILABLE');
    mustBeSignedIn(context);
    const [reader] = await this.directory.find([context.actor?.id ?? '']);
    if (!reader || reader.active === false) throw wireError('FORBIDDEN');
    return reader;
  }
}
