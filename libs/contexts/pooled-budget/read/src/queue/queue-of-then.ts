import type { DataSource } from 'typeorm';
import type { BusinessDate, Uuid } from '@perspectief/kernel';
import type { BudgetLog } from '../page/budget-log.js';
import type { PointInTime } from '../page/budget-page.js';
import { requestRowOf, type RequestRow } from '../page/request-row.js';
import { countedTabs, newestFirst, placeIn, withClock, type QueuePage, type QueueQuestion, type QueueScope, type QueueTab, type QueueTotals } from './approval-queue.js';

const SEEN = (within: QueueScope['within']): string => `select budget_id as "budgetId", array_agg(request_id) as "requestIds" from read.spending_requests
   where municipality = $1 and ($2::text is null or area = $2) and ($3::uuid is null or budget_id = $3) and ${within.sql(4)} group by budget_id`;

interface Seen {
  readonly budgetId: Uuid;
  readonly requestIds: readonly Uuid[];
}

const isMine = ({ state, requestedBy, approvals }: RequestRow, personId: string): boolean =>
  state === 'awaiting' && requestedBy !== personId && !approvals.includes(personId);

const isOpen = ({ state }: RequestRow): boolean => state === 'awaiting' || state === 'returned';

/** The tabs of the queue of now, said of a row in memory. */
const inTab: Readonly<Record<QueueTab, (row: RequestRow, personId: string) => boolean>> = {
  mine: isMine,
  second: ({ state, approvals }) => state === 'awaiting' && approvals.length > 0,
  emergency: (row) => row.settleBy !== null && isOpen(row),
  all: isOpen,
  pay: ({ state, reserved }) => state === 'approved' && reserved > 0,
  decided: ({ state }) => state === 'approved' || state === 'rejected',
};

type Place = readonly [BusinessDate, Uuid];

/** Whether the first comes later in the list of the tab. */
const isAfter = (tab: QueueTab, one: Place, other: Place): boolean => {
  const [[day, id], [lastDay, lastId]] = newestFirst(tab) ? [other, one] : [one, other];
  return day > lastDay || (day === lastDay && id > lastId);
};

/** What waited on another day, or as it was known then: the pots are folded from the log. Who may see a request is as of now. */
export class QueueOfThen {
  constructor(
    private readonly database: DataSource,
    private readonly log: BudgetLog,
  ) {}

  /** `today` is the day that terms are counted from. */
  async page({ tab, personId, today, first, cursor, ...scope }: QueueQuestion, at: PointInTime): Promise<QueuePage> {
    const rows = (await this.rows(scope, at))
      .filter((row) => inTab[tab](row, personId) && (cursor === undefined || isAfter(tab, placeIn(tab, row), cursor)))
      .toSorted((one, other) => (isAfter(tab, placeIn(tab, one), placeIn(tab, other)) ? 1 : -1));
    const items = rows.slice(0, first).map((row) => withClock({ ...row, mine: isMine(row, personId) }, today));
    return { items, hasNext: rows.length > first };
  }

  async totals({ personId, ...scope }: QueueScope & Pick<QueueQuestion, 'personId'>, at: PointInTime): Promise<QueueTotals> {
    const rows = await this.rows(scope, at);
    return Object.fromEntries(countedTabs.map((tab) => [tab, rows.filter((row) => inTab[tab](row, personId)).length])) as QueueTotals;
  }

  private async rows({ within, municipality, area, budgetId }: QueueScope, at: PointInTime): Promise<readonly RequestRow[]> {
    const seen = (await this.database.query(SEEN(within), [municipality, area ?? null, budgetId ?? null, ...within.values])) as Seen[];
    const rows = await Promise.all(
      seen.map(async (pot) => {
        const page = await this.log.page(pot.budgetId, at);
        return pot.requestIds.flatMap((requestId) => requestRowOf(page, requestId) ?? []);
      }),
    );
    return rows.flat();
  }
}
