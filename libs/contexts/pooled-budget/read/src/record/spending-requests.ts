import type { DataSource } from 'typeorm';
import type { LocalDateTime, Uuid } from '@perspectief/kernel';
import { householdSpend, impactOf, mandateAt, type PooledBudgetState, type Tier } from '@perspectief/pooled-budget-domain';
import type { BudgetLog } from '../page/budget-log.js';
import { factsAt, notesOf, type BudgetPage, type PointInTime } from '../page/budget-page.js';
import { requestRowOf, type RequestRow } from '../page/request-row.js';
import type { BudgetFact } from '../page/request-notes.js';
import { REQUEST_COLUMNS } from '../queue/request-columns.js';
import { conversationIn, paymentsIn, reasonsIn, type DecisionRecord, type Purchase, type RuleApplied } from './decision-record.js';

const EARLIER = `select ${REQUEST_COLUMNS} from read.spending_requests
  where trajectory_id = $1 and request_id <> $2 and requested_on <= $3 order by requested_on desc, request_id limit 50`;

const SIMILAR = `select ${REQUEST_COLUMNS} from read.spending_requests
  where municipality = $1 and life_area = $2 and band = $3 and state in ('approved', 'rejected') and decided_on <= $4 and request_id <> $5
  order by decided_on desc limit 10`;

const tierFor = (tiers: readonly Tier[], amount: number): Tier | undefined =>
  tiers.filter(({ above }) => amount > above).reduce<Tier | undefined>((highest, tier) => (highest && highest.above > tier.above ? highest : tier), undefined);

const ruleApplied = (budget: PooledBudgetState, { rule, approvers, amount, requestedBy }: RequestRow, askedAt: LocalDateTime): RuleApplied =>
  budget.phase === 'none'
    ? { rule, approvers, tier: undefined, mandate: undefined }
    : { rule, approvers, tier: approvers > 0 ? tierFor(budget.tiers, amount) : undefined, mandate: mandateAt(budget, requestedBy, askedAt) };

interface Found {
  readonly page: BudgetPage;
  readonly request: RequestRow;
  readonly facts: readonly BudgetFact[];
}

/** Single requests with everything that a decision on them needs to see. */
export class SpendingRequests {
  constructor(
    private readonly database: DataSource,
    private readonly log: BudgetLog,
  ) {}

  async record(requestId: Uuid, at: PointInTime = {}): Promise<DecisionRecord | undefined> {
    const found = await this.find(requestId, at);
    const reasons = found && reasonsIn(found.facts);
    if (!found || !reasons) return undefined;
    const { request, facts, page } = found;
    const before = await this.beforeDecision(found);
    const askedAt = facts[0]?.happenedOn ?? request.requestedOn;
    return {
      ...{ request, reasons, said: conversationIn(facts), payments: paymentsIn(facts) },
      rule: ruleApplied(page.budget, request, askedAt),
      impact: impactOf(before.budget, requestId),
      household: { ...householdSpend(before.budget, request.trajectoryId), proposedRaise: householdSpend(page.budget, request.trajectoryId).proposedRaise },
      ...(await this.others(request, at)),
    };
  }

  async ofHousehold(trajectoryId: Uuid): Promise<readonly RequestRow[]> {
    return (await this.database.query(
      `select ${REQUEST_COLUMNS} from read.spending_requests where trajectory_id = $1 order by requested_on, request_id`,
      [trajectoryId],
    )) as RequestRow[];
  }

  /** What was asked for a household of any pot and not taken back, the latest first, with what it is for. */
  async purchasesOf(trajectoryId: Uuid): Promise<readonly Purchase[]> {
    const rows = (await this.ofHousehold(trajectoryId)).filter(({ state }) => state !== 'withdrawn');
    const purchases = await Promise.all(
      rows.map(async (row) => {
        const reasons = reasonsIn(await this.log.factsNumbered(row.budgetId, row.versions.slice(0, 1)));
        return reasons ? [{ ...row, purpose: reasons.purpose, payee: reasons.payee }] : [];
      }),
    );
    return purchases.flat().toReversed();
  }

  private async find(requestId: Uuid, at: PointInTime): Promise<Found | undefined> {
    const [row] = (await this.database.query(`select budget_id as "budgetId", versions from read.spending_requests where request_id = $1`, [requestId])) as {
      budgetId: Uuid;
      versions: number[];
    }[];
    if (!row) return undefined;
    const page = await this.log.page(row.budgetId, at);
    const request = requestRowOf(page, requestId);
    return request && { page, request, facts: factsAt(await this.log.factsNumbered(row.budgetId, row.versions), at) };
  }

  /** What was decided on is what stood just before; until then, what stands. */
  private async beforeDecision({ page, request: { requestId, budgetId } }: Found): Promise<BudgetPage> {
    const { decidedAt } = notesOf(page, requestId);
    return decidedAt === undefined ? page : this.log.upTo(budgetId, decidedAt - 1);
  }

  private async others(request: RequestRow, { asOf }: PointInTime): Promise<Pick<DecisionRecord, 'earlier' | 'similar'>> {
    const { requestId, trajectoryId, municipality, lifeArea, band, requestedOn, decidedOn } = request;
    const until = decidedOn ?? asOf ?? 'infinity';
    const [earlier, similar] = (await Promise.all([
      this.database.query(EARLIER, [trajectoryId, requestId, requestedOn]),
      this.database.query(SIMILAR, [municipality, lifeArea, band, until, requestId]),
    ])) as [RequestRow[], RequestRow[]];
    return { earlier, similar };
  }
}
