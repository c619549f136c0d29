import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Directory } from '@perspectief/directory';
import { cursorOf, faultIn, faultInCursor, faultOutside, invalidInput, pageInfo, placeIn, wireError, type EdgeContext } from '@perspectief/edge';
import { parseBusinessDate, type Actor, type Uuid } from '@perspectief/kernel';
import { Looks, Visits, type KeptLook, type LooksFilter, type VisitPlace } from '@perspectief/reader-log';
import { DeniedTriesArgs, faultInLooks, faultInPeriod, filterOf, LooksArgs, ReaderLogArgs, ReaderLogExportArgs } from './arguments.js';
import { fileFormats, fileOf, type FileFormat } from './file.js';
import { LooksResult, ReaderLogFile, ReaderLogFileResult, ReaderLogResult } from './shown.js';
import { MembersOfHousehold } from './members-of-household.js';
import { deedsToMembers, toMembers } from './to-members.js';
import { lookShown, namesOf, visitShown } from './told.js';

/** In a file, in place of the id of a resident from outside the household. */
const NOT_TOLD = 'not-told';

/** A file holds no more than this; a longer period is asked for in parts. */
const LONGEST_FILE = 50_000;

const ID = /^\d{1,18}$/;

/** Undefined for the first page; null for a place that no page ever gave. */
const visitPlaceAt = (cursor: string | null | undefined): VisitPlace | null | undefined => {
  if (cursor == null) return undefined;
  const [day, firstLook] = placeIn(cursor, 2) ?? [];
  return parseBusinessDate(day) && firstLook !== undefined && ID.test(firstLook) ? { day: day as string, firstLook: Number(firstLook) } : null;
};

const isMember = (reader: Actor | undefined): boolean => reader?.role === 'household-member';

const visitCursor = ({ day, firstLook }: VisitPlace): string => cursorOf([day, String(firstLook)]);

const paged = <Node>(nodes: readonly Node[], hasNext: boolean, placeOf: (node: Node) => readonly string[]): object => {
  const last = nodes.at(-1);
  return { edges: nodes.map((node) => ({ node, cursor: cursorOf(placeOf(node)) })), pageInfo: pageInfo(last && placeOf(last), hasNext) };
};

/** Who looked in a file: for the household itself, and for the privacy officer. Who may ask is for the access policy. */
@Resolver()
export class ReaderLogQueries {
  constructor(
    private readonly visits: Visits,
    private readonly looks: Looks,
    private readonly directory: Directory,
    private readonly members: MembersOfHousehold,
  ) {}

  @Query(() => ReaderLogResult, { name: 'readerLog', description: 'Who looked in this file, newest first: one line for each person and day.' })
  async readerLog(@Args() { householdId, first, cursor }: ReaderLogArgs, @Context() { actor }: EdgeContext): Promise<object> {
    const place = visitPlaceAt(cursor);
    const fault = faultIn([['householdId', householdId, 'isUuid'], ['first', first, 'isWhole']]) ?? (place === null ? invalidInput('cursor', 'isCode') : undefined);
    if (fault) return fault;
    const { items, hasNext } = await this.visits.page(householdId, first, place ?? undefined);
    const isStranger = await this.strangersTo(householdId, actor);
    const called = await namesOf(this.directory, items.map(({ person }) => person));
    const told = isMember(actor) ? items.map((visit) => ({ ...visit, deeds: deedsToMembers(visit.deeds) })) : items;
    const edges = told.map((visit) => ({ node: visitShown(called, isStranger)(visit), cursor: visitCursor(visit) }));
    return { edges, pageInfo: { hasNextPage: hasNext, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @Query(() => LooksResult, { name: 'looks', description: 'Every look by itself, for the privacy officer.' })
  async everyLook(@Args() args: LooksArgs, @Context() context: EdgeContext): Promise<object> {
    return faultInLooks(args) ?? this.page({ ...filterOf(args), municipality: await this.municipalityOf(context) }, args);
  }

  @Query(() => LooksResult, { name: 'deniedTries', description: 'What was asked for and refused, for the privacy officer.' })
  async deniedTries(@Args() args: DeniedTriesArgs, @Context() context: EdgeContext): Promise<object> {
    return faultInLooks(args) ?? this.page({ ...filterOf(args), municipality: await this.municipalityOf(context), actions: ['denied'] }, args);
  }

  @Query(() => ReaderLogFileResult, { name: 'readerLogExport', description: 'All looks in one file; the longest holds 50,000.' })
  async export(@Args() args: ReaderLogExportArgs, @Context() { actor }: EdgeContext): Promise<object> {
    const fault = faultIn([['householdId', args.householdId, 'isUuid']]) ?? faultOutside('format', [args.format], fileFormats) ?? faultInPeriod(args);
    if (fault) return fault;
    const isStranger = await this.strangersTo(args.householdId, actor);
    const all: KeptLook[] = [];
    for await (const kept of this.looks.all(filterOf(args))) {
      if (all.length === LONGEST_FILE) return invalidInput('from', 'isShortEnough');
      const look = isMember(actor) ? toMembers(kept) : kept;
      // One look may be at a whole list: who else stood in it is not told here.
      all.push({ ...look, householdIds: [args.householdId], ...(isStranger(look.person) && { person: { ...look.person, id: NOT_TOLD } }) });
    }
    return Object.assign(new ReaderLogFile(), fileOf(all, args.format as FileFormat));
  }

  /** Residents who are not of the household: to itself it is told that one of them tried, and not who. */
  private async strangersTo(householdId: Uuid, reader: Actor | undefined): Promise<(person: Actor) => boolean> {
    if (!isMember(reader)) return () => false;
    const own = new Set(await this.members.of(householdId));
    return ({ id, role }) => role === 'household-member' && !own.has(id);
  }

  /** An officer watches over the people of one municipality. */
  private async municipalityOf({ actor }: EdgeContext): Promise<string> {
    const [officer] = await this.directory.find([actor?.id ?? '']);
    if (!officer) throw wireError('FORBIDDEN');
    return officer.municipality;
  }

  private async page(filter: LooksFilter, { first, cursor }: DeniedTriesArgs): Promise<object> {
    const before = cursor == null ? undefined : placeIn(cursor, 1)?.[0];
    if (faultInCursor(cursor, 1) || (before !== undefined && !ID.test(before))) return invalidInput('cursor', 'isCode');
    const { items, hasNext } = await this.looks.page(filter, first, before);
    const called = await namesOf(this.directory, items.map(({ person }) => person));
    return paged(items.map(lookShown(called)), hasNext, ({ id }) => [id]);
  }
}
