import { dayOf, toLocal, type BusinessDate, type Uuid } from '@perspectief/kernel';
import {
  householdSpend,
  spendingFlow,
  waitingRaises,
  yearsOf,
  yearStatement,
  yearTotals,
  type FlowLink,
  type HouseholdSpend,
  type Scheme,
  type WaitingRaise,
  type YearStatement,
  type YearTotals,
} from '@perspectief/pooled-budget-domain';
import type { Within } from '@perspectief/runtime';
import { ledgerOf, type LedgerLine } from './ledger/ledger.js';
import type { BudgetLog, BudgetSources } from './page/budget-log.js';
import { factsAt, type PointInTime } from './page/budget-page.js';
import { budgetView, mandatesOn, type BudgetView, type MandateView } from './page/budget-view.js';

export interface BudgetsQuestion {
  /** On `budget_id`: what the reader may see. */
  readonly within: Within;
  readonly municipality?: string | undefined;
  readonly area?: string | undefined;
  readonly scheme?: Scheme | undefined;
  readonly first: number;
  /** The last pot of the page before. */
  readonly cursor?: Uuid | undefined;
}

export interface BudgetSummary {
  readonly id: Uuid;
  readonly name: string;
  readonly scheme: Scheme;
  readonly municipality: string;
  readonly area: string;
  readonly openedOn: BusinessDate;
  readonly years: readonly YearTotals[];
  readonly proposedRaises: readonly WaitingRaise[];
}

export interface BudgetsPage {
  readonly items: readonly BudgetSummary[];
  readonly hasNext: boolean;
}

/** What a household got from one pot. */
export interface SpendFromPot extends HouseholdSpend {
  readonly budgetId: Uuid;
}

const RAISES = `select budget_id, json_agg(json_build_object('trajectoryId', trajectory_id, 'amount', spend -> 'proposedRaise' -> 'amount',
    'proposedBy', spend -> 'proposedRaise' ->> 'proposedBy') order by trajectory_id) as raises from read.household_spend where spend ? 'proposedRaise' group by budget_id`;
const pageOf = (within: Within): string => `select budget_id as id, name, scheme, municipality, area, opened_on::text as "openedOn", years, coalesce(raises, '[]') as "proposedRaises"
  from read.pooled_budgets left join (${RAISES}) as waiting using (budget_id)
  where ($1::text is null or municipality = $1) and ($2::text is null or area = $2) and ($3::text is null or scheme = $3)
    and ($4::uuid is null or budget_id > $4) and ($6::date is null or opened_on <= $6) and ${within.sql(7)} order by budget_id limit $5`;

const SPEND = `select budget_id as "budgetId", spend from read.household_spend where trajectory_id = $1 order by budget_id`;

const today = (): BusinessDate => dayOf(toLocal(new Date().toISOString()));

/** Pots: of now by the read model, as of another day by folding the log. Unknown ids have none. */
export class PooledBudgets {
  constructor(
    private readonly sources: Pick<BudgetSources, 'database'>,
    private readonly log: BudgetLog,
  ) {}

  async pooledBudget(id: Uuid, at: PointInTime = {}): Promise<BudgetView | undefined> {
    return budgetView((await this.log.page(id, at)).budget);
  }

  async pooledBudgets({ within, municipality, area, scheme, first, cursor }: BudgetsQuestion, at: PointInTime = {}): Promise<BudgetsPage> {
    const values = [municipality ?? null, area ?? null, scheme ?? null, cursor ?? null, first + 1, at.asOf ?? null, ...within.values];
    const rows = (await this.sources.database.query(pageOf(within), values)) as BudgetSummary[];
    const items = rows.slice(0, first);
    const now = at.asOf === undefined && at.knownAt === undefined;
    return { items: now ? items : (await Promise.all(items.map((pot) => this.ofThen(pot, at)))).flat(), hasNext: rows.length > first };
  }

  /** None when nobody knew the pot yet. */
  private async ofThen(pot: BudgetSummary, at: PointInTime): Promise<readonly BudgetSummary[]> {
    const { budget } = await this.log.page(pot.id, at);
    return budget.phase === 'none' ? [] : [{ ...pot, years: yearsOf(budget).map((year) => yearTotals(budget, year)), proposedRaises: waitingRaises(budget) }];
  }

  async yearStatement(id: Uuid, year: number, at: PointInTime = {}): Promise<YearStatement | undefined> {
    const { budget } = await this.log.page(id, at);
    return budget.phase === 'none' ? undefined : yearStatement(budget, year);
  }

  async spendingFlow(id: Uuid, year: number, at: PointInTime = {}): Promise<readonly FlowLink[] | undefined> {
    const { budget } = await this.log.page(id, at);
    return budget.phase === 'none' ? undefined : spendingFlow(budget, year);
  }

  async mandates(id: Uuid, at: PointInTime = {}): Promise<readonly MandateView[] | undefined> {
    const { budget } = await this.log.page(id, at);
    return budget.phase === 'none' ? undefined : mandatesOn(budget, at.asOf ?? today());
  }

  /** From every pot that knows the household; from one pot also where it knows nothing of it yet, for the room that is left. */
  async householdSpend(trajectoryId: Uuid, budgetId?: Uuid, at: PointInTime = {}): Promise<readonly SpendFromPot[]> {
    const rows = (await this.sources.database.query(SPEND, [trajectoryId])) as { budgetId: Uuid; spend: HouseholdSpend }[];
    const now = at.asOf === undefined && at.knownAt === undefined;
    if (budgetId === undefined && now) return rows.map(({ budgetId: id, spend }) => ({ budgetId: id, ...spend }));
    const pots = budgetId === undefined ? rows.map((row) => row.budgetId) : [budgetId];
    const spend = await Promise.all(pots.map(async (id) => ({ id, page: await this.log.page(id, at) })));
    return spend.flatMap(({ id, page: { budget } }) => (budget.phase === 'none' ? [] : [{ budgetId: id, ...householdSpend(budget, trajectoryId) }]));
  }

  /** Every movement of money, of one year or of all. */
  async ledger(id: Uuid, year?: number, at: PointInTime = {}): Promise<readonly LedgerLine[] | undefined> {
    const facts = await this.log.facts(id);
    return facts.length === 0 ? undefined : ledgerOf(factsAt(facts, at), year);
  }
}
