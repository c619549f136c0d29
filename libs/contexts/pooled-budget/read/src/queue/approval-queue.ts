import type { DataSource } from 'typeorm';
import { daysBetween, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { Within } from '@perspectief/runtime';
import type { RequestRow } from '../page/request-row.js';
import { REQUEST_COLUMNS } from './request-columns.js';

export const queueTabs = ['mine', 'second', 'emergency', 'all', 'pay', 'decided'] as const;
export type QueueTab = (typeof queueTabs)[number];
/** What is counted; what was decided only grows. */
export const countedTabs = ['mine', 'second', 'emergency', 'all', 'pay'] as const satisfies readonly QueueTab[];

/** Whose pots: those of a municipality, or of one area or one pot in it. */
export interface QueueScope {
  /** On `request_id`: what the reader may see. */
  readonly within: Within;
  readonly municipality: string;
  readonly area?: string | undefined;
  readonly budgetId?: Uuid | undefined;
}

export interface QueueQuestion extends QueueScope {
  readonly tab: QueueTab;
  /** Who would decide: never one's own request, and never twice. */
  readonly personId: string;
  readonly today: BusinessDate;
  readonly first: number;
  /** The last request of the page before: its day in the order of the tab, and its id. */
  readonly cursor?: readonly [day: BusinessDate, requestId: Uuid] | undefined;
}

export interface QueueEntry extends RequestRow {
  /** Whether the person who looks may decide it. */
  readonly mine: boolean;
  /** Of an emergency: days until its term ends, below zero when it has. */
  readonly daysLeft: number | undefined;
  readonly overdue: boolean;
}

export interface QueuePage {
  readonly items: readonly QueueEntry[];
  readonly hasNext: boolean;
}

export type QueueTotals = Readonly<Record<(typeof countedTabs)[number], number>>;

const OPEN = `state in ('awaiting', 'returned')`;

const TABS: Readonly<Record<QueueTab, string>> = {
  mine: `state = 'awaiting' and requested_by <> $1 and not ($1 = any(approvals))`,
  second: `state = 'awaiting' and approvals <> '{}'`,
  emergency: `settle_by is not null and ${OPEN}`,
  all: OPEN,
  pay: `state = 'approved' and reserved > 0`,
  decided: `state in ('approved', 'rejected')`,
};

/** The day that a tab is ordered by: what waits by how long, emergencies by their term, what was decided by when. */
const DAYS: Readonly<Record<QueueTab, 'settle_by' | 'requested_on' | 'decided_on'>> = {
  mine: 'requested_on', second: 'requested_on', all: 'requested_on', emergency: 'settle_by', pay: 'decided_on', decided: 'decided_on',
};

/** The longest waiting first; of what was decided, the latest. */
export const newestFirst = (tab: QueueTab): boolean => tab === 'decided';

export const placeIn = (tab: QueueTab, { settleBy, decidedOn, requestedOn, requestId }: RequestRow): readonly [BusinessDate, Uuid] => [
  { settle_by: settleBy, decided_on: decidedOn, requested_on: requestedOn }[DAYS[tab]] ?? requestedOn,
  requestId,
];

const WITHIN = `municipality = $2 and ($3::text is null or area = $3) and ($4::uuid is null or budget_id = $4)`;

const pageOf = (tab: QueueTab, within: Within): string => {
  const [day, beyond, order] = [DAYS[tab], newestFirst(tab) ? '<' : '>', newestFirst(tab) ? 'desc' : 'asc'];
  return `
  select ${REQUEST_COLUMNS}, (${TABS.mine}) as mine from read.spending_requests
   where ${TABS[tab]} and ${WITHIN} and ($5::date is null or (${day}, request_id) ${beyond} ($5::date, $6::uuid)) and ${within.sql(8)}
   order by ${day} ${order}, request_id ${order} limit $7`;
};

const totalsOf = (within: Within): string => `select ${countedTabs.map((tab) => `(count(*) filter (where ${TABS[tab]}))::int as "${tab}"`).join(', ')}
   from read.spending_requests where (${OPEN} or (${TABS.pay})) and ${WITHIN} and ${within.sql(5)}`;

export const withClock = (row: Omit<QueueEntry, 'daysLeft' | 'overdue'>, today: BusinessDate): QueueEntry => {
  const daysLeft = row.settleBy === null ? undefined : daysBetween(today, row.settleBy);
  return { ...row, daysLeft, overdue: daysLeft !== undefined && daysLeft < 0 };
};

/** What waits for approvers or for its payment, and what was decided. */
export class ApprovalQueue {
  constructor(private readonly database: DataSource) {}

  async page({ tab, within, personId, municipality, area, budgetId, today, first, cursor }: QueueQuestion): Promise<QueuePage> {
    const [day, id] = cursor ?? [];
    const values = [personId, municipality, area ?? null, budgetId ?? null, day ?? null, id ?? null, first + 1, ...within.values];
    const rows = (await this.database.query(pageOf(tab, within), values)) as Omit<QueueEntry, 'daysLeft' | 'overdue'>[];
    return { items: rows.slice(0, first).map((row) => withClock(row, today)), hasNext: rows.length > first };
  }

  async totals({ within, municipality, area, budgetId, personId }: QueueScope & Pick<QueueQuestion, 'personId'>): Promise<QueueTotals> {
    const [totals] = (await this.database.query(totalsOf(within), [personId, municipality, area ?? null, budgetId ?? null, ...within.values])) as QueueTotals[];
    return totals ?? { mine: 0, second: 0, emergency: 0, all: 0, pay: 0 };
  }
}
