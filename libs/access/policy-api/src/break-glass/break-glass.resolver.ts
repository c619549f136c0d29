import type { Type } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Directory } from '@perspectief/directory';
import {
  changesFor,
  CommandResult,
  concerns,
  cursorOf,
  faultIn,
  faultInCursor,
  pageInfo,
  placeIn,
  refusedAs,
  registerSentences,
  wireError,
  type EdgeContext,
} from '@perspectief/edge';
import { HouseholdKeysDestroyed, isUuid } from '@perspectief/kernel';
import { ChangeFeed, validated, type Change } from '@perspectief/runtime';
import { BreakGlassesArgs, BreakGlassesChange, BreakGlassesResult, BreakGlassInput, ReviewBreakGlassInput } from './break-glass.shown.js';
import { BREAK_GLASS, Glasses, type Glass } from './glasses.js';

const placeOf = ({ brokenAt, glassId }: Glass): readonly string[] => [brokenAt, glassId];

registerSentences({
  UNKNOWN_BREAK_GLASS: {
    nl: 'Deze noodtoegang is niet gevonden. Ververs de lijst.',
    en: 'This emergency access was not found. Read the list again.',
  },
  OWN_BREAK_GLASS: {
    nl: 'Je eigen noodtoegang beoordeelt een ander. Vraag een collega.',
    en: 'Your own emergency access is for somebody else to review. Ask a colleague.',
  },
});

const NOT_REVIEWED = { unknown: 'UNKNOWN_BREAK_GLASS', own: 'OWN_BREAK_GLASS' } as const;

/** Of whom nothing is left there is nothing to look at. */
const unlessErased = (error: unknown): undefined => {
  if (!(error instanceof HouseholdKeysDestroyed)) throw error;
};

/** Emergency access: who may take it and who sees it is for the access policy. */
@Resolver()
export class BreakGlassResolver {
  constructor(
    private readonly glasses: Glasses,
    private readonly directory: Directory,
    private readonly feed: ChangeFeed,
  ) {}

  @Mutation(() => CommandResult, { name: 'breakGlass', description: 'Shows you the whole file for three hours. The privacy officer hears of it at once, and the household sees it.' })
  async breakGlass(
    @Args('input', { type: () => BreakGlassInput }) input: object,
    @Args('commandId', { type: () => ID, description: 'UUID chosen by the sender: sent twice, it is one command.' }) commandId: string,
    @Context() context: EdgeContext,
  ): Promise<CommandResult> {
    if (!isUuid(commandId)) return refusedAs({ code: 'INVALID_INPUT', field: 'commandId' });
    const checked = await validated(BreakGlassInput, input);
    if ('refused' in checked) return refusedAs(checked.refused);
    const { householdId, reason } = checked.data as BreakGlassInput;
    const { id, role, municipality } = await this.person(context);
    const broken = await this.glasses.break({ householdId, reason, personId: id, role, municipality }, commandId).catch(unlessErased);
    if (!broken) return refusedAs({ code: 'HOUSEHOLD_ERASED', field: 'householdId' });
    const { stands, repeated } = broken;
    return stands ? { position: null, version: 0, events: 0, repeated } : refusedAs({ code: 'COMMAND_ID_REUSED', field: 'commandId' });
  }

  @Mutation(() => CommandResult, { name: 'reviewBreakGlass', description: 'You looked whether this emergency access was right, and it is off your list. Your own is for another officer.' })
  async reviewBreakGlass(
    @Args('input', { type: () => ReviewBreakGlassInput }) input: object,
    @Args('commandId', { type: () => ID, description: 'UUID chosen by the sender: sent twice, it is one command.' }) commandId: string,
    @Context() context: EdgeContext,
  ): Promise<CommandResult> {
    if (!isUuid(commandId)) return refusedAs({ code: 'INVALID_INPUT', field: 'commandId' });
    const checked = await validated(ReviewBreakGlassInput, input);
    if ('refused' in checked) return refusedAs(checked.refused);
    const { householdId, glassId } = checked.data as ReviewBreakGlassInput;
    const reviewed = await this.glasses.review(householdId, glassId, (await this.person(context)).id);
    if (reviewed === 'unknown' || reviewed === 'own') return refusedAs({ code: NOT_REVIEWED[reviewed], field: 'glassId' });
    return { position: null, version: 0, events: 0, repeated: reviewed === 'repeated' };
  }

  @Query(() => BreakGlassesResult, { name: 'breakGlasses', description: 'Every emergency access in your municipality, newest first.' })
  async list(@Args() { first, cursor, toReview }: BreakGlassesArgs, @Context() context: EdgeContext): Promise<object> {
    const [brokenAt, glassId] = (cursor == null ? undefined : placeIn(cursor, 2)) ?? [];
    const fault = faultIn([['first', first, 'isWhole']]) ?? faultInCursor(cursor, 2) ?? faultIn([['cursor', brokenAt, 'isLocalDateTime'], ['cursor', glassId, 'isUuid']]);
    if (fault) return fault;
    const before = brokenAt === undefined || glassId === undefined ? undefined : ([brokenAt, glassId] as const);
    const { municipality } = await this.person(context);
    const [{ items, hasNext }, waiting] = await Promise.all([this.glasses.page({ municipality, toReview, first, before }), this.glasses.countToReview(municipality)]);
    const last = items.at(-1);
    const edges = items.map((node) => ({ node, cursor: cursorOf(placeOf(node)) }));
    return { edges, pageInfo: pageInfo(last && placeOf(last), hasNext), toReview: waiting };
  }

  @Subscription(() => BreakGlassesChange, { name: 'breakGlassesChanged' })
  changed(): AsyncIterableIterator<{ readonly breakGlassesChanged: BreakGlassesChange & Pick<Change, 'streams'> }> {
    return changesFor(this.feed, (change) => (concerns(change, BREAK_GLASS) ? { breakGlassesChanged: { position: null, streams: change.streams } } : undefined));
  }

  private async person({ actor }: EdgeContext): Promise<{ readonly id: string; readonly role: string; readonly municipality: string }> {
    const [person] = actor ? await this.directory.find([actor.id]) : [];
    if (!person) throw wireError('FORBIDDEN');
    return person;
  }
}

export const breakGlassResolvers: readonly Type[] = [BreakGlassResolver];
