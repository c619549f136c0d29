import { everything } from '@perspectief/runtime';
import { openReadSide, type ReadSide } from '../testing/read-side.js';
import { ApprovalQueue, placeIn, queueTabs, type QueueEntry, type QueueTab } from './approval-queue.js';

const OPEN = 10_000;
const POTS = 50;

/** Ten thousand open requests in fifty pots, and twenty thousand that were decided. */
const FILL = `
  insert into read.spending_requests (request_id, budget_id, trajectory_id, municipality, area, requested_by, requested_on, amount, life_area, band, year,
      rule, approvers, approvals, state, waiting_for, settle_by, decided_by, paid, reserved, received_by, decided_on, versions)
  select md5('request' || n)::uuid, md5('pot' || n % ${POTS})::uuid, md5('household' || n % 3000)::uuid, 'groningen', 'area-' || n % 7, 'coach-' || n % 40,
      date '2024-01-01' + n % 300, 10000 + n, 'housing', 1, 2024, 'above-mandate', 2,
      case when n % 5 = 0 then array['holder-' || n % 3] else '{}' end, case when n >= ${OPEN} then 'approved' when n % 11 = 0 then 'returned' else 'awaiting' end,
      2, case when n % 9 = 0 then date '2024-03-01' + n % 300 end, '{}', 0, case when n % 7 = 0 and n >= ${OPEN} then 10000 else 0 end, '{}', case when n >= ${OPEN} then date '2024-01-01' + n % 200 end, '{1}'
    from generate_series(0, ${OPEN * 3 - 1}) n`;

let side: ReadSide;
let queue: ApprovalQueue;
beforeAll(async () => {
  side = await openReadSide();
  await side.database.query(FILL);
  await side.database.query('analyze read.spending_requests');
  queue = new ApprovalQueue(side.database);
}, 60_000);
afterAll(() => side.close());

const who = { within: everything, personId: 'holder-1', municipality: 'groningen', today: '2024-06-01' };

const walk = async (tab: QueueTab, first: number): Promise<QueueEntry[]> => {
  const all: QueueEntry[] = [];
  for (;;) {
    const last = all.at(-1);
    const { items, hasNext } = await queue.page({ ...who, tab, first, cursor: last && placeIn(tab, last) });
    all.push(...items);
    if (!hasNext) return all;
  }
};

test.each(queueTabs)('pages of %s hold each request once, in order, as many as are counted', async (tab) => {
  const all = await walk(tab, 173);
  expect(new Set(all.map(({ requestId }) => requestId)).size).toBe(all.length);
  expect(all).toHaveLength(tab === 'decided' ? 2 * OPEN : (await queue.totals(who))[tab]);
  const places = all.map((entry) => placeIn(tab, entry).join());
  expect(tab === 'decided' ? places.toReversed() : places).toEqual([...places].sort());
});

test('mine are never my own, never twice, and never waiting for an answer', async () => {
  const asCoach = (await queue.page({ ...who, personId: 'coach-7', tab: 'mine', first: 200 })).items;
  expect(asCoach.filter(({ requestedBy }) => requestedBy === 'coach-7')).toEqual([]);
  const asHolder = await walk('mine', 200);
  expect(asHolder.filter(({ approvals, state }) => approvals.includes('holder-1') || state !== 'awaiting')).toEqual([]);
});

test('what is to be paid was approved and has money set apart', async () => {
  const all = await walk('pay', 200);
  expect(all.length).toBeGreaterThan(2_000);
  expect(all.filter(({ state, reserved }) => state !== 'approved' || reserved === 0)).toEqual([]);
});

test('an emergency shows its clock', async () => {
  const { items } = await queue.page({ ...who, tab: 'emergency', first: 1 });
  expect(items[0]).toMatchObject({ settleBy: '2024-03-01', daysLeft: -92, overdue: true });
});

test('one pot, one area, or another municipality narrows it', async () => {
  const [pot] = (await side.database.query(`select md5('pot7')::uuid::text as id`)) as { id: string }[];
  const { items } = await queue.page({ ...who, tab: 'all', first: 200, budgetId: pot?.id });
  expect(items).toHaveLength(OPEN / POTS);
  expect(new Set((await queue.page({ ...who, tab: 'all', first: 50, area: 'area-3' })).items.map(({ area }) => area))).toEqual(new Set(['area-3']));
  expect((await queue.page({ ...who, tab: 'all', first: 50, municipality: 'haarlem' })).items).toEqual([]);
});
