import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Directory } from '@perspectief/directory';
import {
  cursorOf,
  faultIn,
  faultInCursor,
  faultOutside,
  invalidInput,
  notSignedIn,
  notYet,
  placeIn,
  withinOf,
  type EdgeContext,
  type OtherAnswer,
} from '@perspectief/edge';
import { dayOfMoment, isUuid, parseBusinessDate, type BusinessDate } from '@perspectief/kernel';
import { ReadGate } from '@perspectief/runtime';
import { Worklist, worklistTabs, type WorklistEntry, type WorklistPage, type WorklistTab } from '@perspectief/trajectory-read';
import { WorklistResult } from './answers.js';
import { WorklistArgs } from './arguments.js';

/** The worklist's place is a day and an item. */
const PLACE = 2;
const FURTHEST = 400;

const shown = ({ sentenceNl, sentenceEn, ...item }: WorklistEntry): object => ({ ...item, sentence: { nl: sentenceNl, en: sentenceEn } });

const connectionOfPage = ({ items, hasNext, totals }: WorklistPage, tab: WorklistTab): object => {
  const edges = items.map((item) => ({ node: shown(item), cursor: cursorOf([item.dueOn, item.itemId]) }));
  return { edges, pageInfo: { hasNextPage: hasNext, endCursor: edges.at(-1)?.cursor ?? null }, totalCount: totals[tab], totals };
};

const placeAt = (cursor: string | null | undefined): readonly [BusinessDate, string] | undefined => {
  const [dueOn, itemId] = (cursor == null ? undefined : placeIn(cursor, PLACE)) ?? [];
  return parseBusinessDate(dueOn) !== undefined && isUuid(itemId) ? [dueOn as string, itemId] : undefined;
};

const faultInArguments = ({ tab, kinds, areas, horizonDays, today, first, cursor, after }: WorklistArgs, known: readonly string[]): OtherAnswer | undefined =>
  faultOutside('tab', [tab], worklistTabs) ??
  faultOutside('kinds', kinds, known) ??
  faultIn([
    ['areas', areas, 'isList'],
    ['today', today, 'isBusinessDate'],
    ['first', first, 'isWhole'],
    ['after', after, 'isPosition'],
  ]) ??
  (horizonDays < 0 || horizonDays > FURTHEST ? invalidInput('horizonDays', 'isWhole') : undefined) ??
  faultInCursor(cursor, PLACE) ??
  (cursor != null && !placeAt(cursor) ? invalidInput('cursor', 'isCode') : undefined);

/** What needs me, my team, or somebody. */
@Resolver()
export class WorklistQueries {
  constructor(
    private readonly worklist: Worklist,
    private readonly directory: Directory,
    private readonly gate: ReadGate,
  ) {}

  @Query(() => WorklistResult, { name: 'worklist' })
  async page(@Args() args: WorklistArgs, @Context() context: EdgeContext): Promise<object> {
    const { actor } = context;
    const fault = faultInArguments(args, this.worklist.kinds);
    if (fault) return fault;
    const tab = args.tab as WorklistTab;
    if (!actor && tab === 'mine') return notSignedIn('tab');
    if (args.after != null && !(await this.gate.reached(this.worklist.projections, args.after))) return notYet();
    const personId = actor?.id ?? '';
    const page = await this.worklist.page({
      within: withinOf(context),
      ...{ tab, personId, horizonDays: args.horizonDays, first: args.first, cursor: placeAt(args.cursor) },
      areas: args.areas ?? (await this.areasOf(personId)),
      today: args.today ?? dayOfMoment(new Date().toISOString()),
      kinds: args.kinds ?? undefined,
      expertsOverCapacity: await this.worklist.experts.overCapacity((ids) => this.capacitiesOf(ids)),
    });
    return connectionOfPage(page, tab);
  }

  private async capacitiesOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const people = await this.directory.find(ids);
    return new Map(people.flatMap(({ id, capacity }) => (capacity === undefined ? [] : [[id, capacity] as const])));
  }

  private async areasOf(personId: string): Promise<readonly string[]> {
    const [person] = await this.directory.find([personId]);
    return person?.area === undefined ? [] : [person.area];
  }
}
