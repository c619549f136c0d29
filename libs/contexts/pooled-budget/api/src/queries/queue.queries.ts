import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Directory } from '@perspectief/directory';
import { cursorOf, invalidInput, notSignedIn, momentsIn, notFound, pageInfo, withinOf, type EdgeContext, type OtherAnswer } from '@perspectief/edge';
import { dayOf, toLocal, type BusinessDate } from '@perspectief/kernel';
import { ApprovalQueue, BudgetAttention, placeIn, QueueOfThen, SpendingRequests, type AttentionEntry, type PointInTime, type QueueEntry, type QueueScope } from '@perspectief/pooled-budget-read';
import { ReadGate } from '@perspectief/runtime';
import { ApprovalQueueResult, BudgetAttentionResult, HouseholdPurchasesResult, SpendingRequestResult } from './answers.js';
import { AttentionArgs, PurchasesArgs, QueueArgs, RequestArgs } from './arguments.js';
import { ApprovalQueueConnection, ApprovalQueueTotals } from './queue.types.js';
import { faultInPage, hindrance, placeAt } from './reading.js';
import { recordTold } from './told.js';

const FURTHEST = 400;

type Scope = QueueScope & { readonly personId: string };
/** What a page hands to its totals, for the case that they are asked for. */
type WithScope = { readonly scope: Scope; readonly then: PointInTime | undefined };

const today = (): BusinessDate => dayOf(toLocal(new Date().toISOString()));
const queueItem = ({ daysLeft, ...entry }: QueueEntry): object => ({ ...entry, daysLeft: daysLeft ?? null });
const attentionItem = ({ sentenceNl, sentenceEn, ...item }: AttentionEntry): object => ({ ...item, sentence: { nl: sentenceNl, en: sentenceEn } });

/** What waits for a decision, and what a decision should see. */
@Resolver(() => ApprovalQueueConnection)
export class QueueQueries {
  constructor(
    private readonly queue: ApprovalQueue,
    private readonly queueOfThen: QueueOfThen,
    private readonly requests: SpendingRequests,
    private readonly attention: BudgetAttention,
    private readonly directory: Directory,
    private readonly gate: ReadGate,
  ) {}

  @Query(() => ApprovalQueueResult, { name: 'approvalQueue' })
  async approvalQueue(@Args() args: QueueArgs, @Context() context: EdgeContext): Promise<object> {
    const { tab, area, budgetId, first, cursor } = args;
    const fault = faultInPage(args, placeAt, 2) ?? (await hindrance(this.gate, context, args, { budgetId }));
    const scope = fault ?? (await this.scopeOf(context));
    if (!('personId' in scope)) return scope;
    const narrowed = { ...scope, area: area ?? undefined, budgetId: budgetId ?? undefined };
    const { asOf, knownAt } = momentsIn(args);
    const then = asOf === undefined && knownAt === undefined ? undefined : { asOf, knownAt };
    const question = { ...narrowed, tab, today: asOf ?? today(), first, cursor: placeAt(cursor) };
    const { items, hasNext } = then ? await this.queueOfThen.page(question, then) : await this.queue.page(question);
    const last = items.at(-1);
    return {
      edges: items.map((entry) => ({ node: queueItem(entry), cursor: cursorOf(placeIn(tab, entry)) })),
      pageInfo: pageInfo(last && placeIn(tab, last), hasNext),
      ...{ scope: narrowed, then },
    };
  }

  @ResolveField(() => ApprovalQueueTotals, { description: 'Counted when it is asked for.' })
  totals(@Parent() page: ApprovalQueueConnection): Promise<ApprovalQueueTotals> {
    const { scope, then } = page as unknown as WithScope;
    return then ? this.queueOfThen.totals(scope, then) : this.queue.totals(scope);
  }

  @Query(() => SpendingRequestResult, { name: 'spendingRequest' })
  async spendingRequest(@Args() args: RequestArgs, @Context() context: EdgeContext): Promise<object> {
    const fault = await hindrance(this.gate, context, args, { requestId: args.requestId });
    if (fault) return fault;
    const record = await this.requests.record(args.requestId, momentsIn(args));
    return record ? recordTold(record) : notFound('UNKNOWN_REQUEST');
  }

  @Query(() => HouseholdPurchasesResult, { name: 'householdPurchases' })
  async householdPurchases(@Args() args: PurchasesArgs, @Context() context: EdgeContext): Promise<object> {
    const { trajectoryId } = args;
    const fault = await hindrance(this.gate, context, args, { trajectoryId });
    return fault ?? { purchases: await this.requests.purchasesOf(trajectoryId) };
  }

  @Query(() => BudgetAttentionResult, { name: 'budgetAttention', description: 'Of a coach the own requests, of a budget holder those of all pots.' })
  async budgetAttention(@Args() args: AttentionArgs, @Context() context: EdgeContext): Promise<object> {
    const { area, horizonDays, first, cursor } = args;
    const wrong = horizonDays < 0 || horizonDays > FURTHEST ? invalidInput('horizonDays', 'isWhole') : undefined;
    const fault = wrong ?? faultInPage(args, placeAt, 2) ?? (await hindrance(this.gate, context, args, {}));
    const scope = fault ?? (await this.scopeOf(context));
    if (!('personId' in scope)) return scope;
    const { municipality, personId } = scope;
    const coachId = context.actor?.role === 'budget-holder' ? undefined : personId;
    const asked = { within: withinOf(context), municipality, coachId, area: area ?? undefined, today: today(), horizonDays, first, cursor: placeAt(cursor) };
    const { items, hasNext } = await this.attention.page(asked);
    const edges = items.map((item) => ({ node: attentionItem(item), cursor: cursorOf([item.dueOn, item.itemId]) }));
    return { edges, pageInfo: { hasNextPage: hasNext, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  /** Nobody decides in another municipality. */
  private async scopeOf(context: EdgeContext): Promise<Scope | OtherAnswer> {
    const { actor } = context;
    const [person] = actor ? await this.directory.find([actor.id]) : [];
    return person ? { within: withinOf(context), personId: person.id, municipality: person.municipality } : notSignedIn('tab');
  }
}
