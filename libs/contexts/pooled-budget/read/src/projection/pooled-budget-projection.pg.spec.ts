import type { Uuid } from '@perspectief/kernel';
import { everything, WHOLE } from '@perspectief/runtime';
import { ledgerOf } from '../ledger/ledger.js';
import { BudgetAttention } from '../attention/budget-attention.js';
import { PooledBudgets } from '../pooled-budgets.js';
import { SpendingRequests } from '../record/spending-requests.js';
import { aPot } from '../testing/a-pot.js';
import { idIn, openReadSide, told, type ReadSide } from '../testing/read-side.js';

const pots = ['north', 'south', 'village'].map(aPot);
const inTurns = Array.from({ length: 30 }, (_, turn) => pots.flatMap((pot) => pot[turn] ?? [])).flat();

let side: ReadSide;
let expected: string;
beforeAll(async () => {
  side = await openReadSide();
  await side.write(inTurns);
  await side.runner().catchUp({ batchSize: 1 });
  expected = await side.rows();
});
afterAll(() => side.close());

const rowOf = async (word: string): Promise<Record<string, unknown>> => {
  const [row] = (await side.database.query(
    `select state, waiting_for, approvals, year, settle_by::text, decided_on::text, decided_by, paid::int, reserved::int, versions, received_by
       from read.spending_requests where request_id = $1`,
    [idIn(word)],
  )) as Record<string, unknown>[];
  return row ?? {};
};

describe('rows', () => {
  test('tell of each request where it stands', async () => {
    expect(await rowOf('north washer')).toMatchObject({ state: 'approved', decided_on: '2024-02-08', decided_by: ['holder-1', 'holder-2'], paid: 34_999, reserved: 20_001, year: 2025 });
    expect(await rowOf('north stay')).toMatchObject({ state: 'rejected', settle_by: '2024-03-08', decided_by: ['holder-1'], paid: 35_000, received_by: ['coach-for-household'] });
    expect(await rowOf('north bike')).toMatchObject({ state: 'returned', waiting_for: 0, approvals: [], year: 2025, versions: [19, 20] });
  });

  test('hold no personal data', () => {
    expect(expected).not.toMatch(/Wasmachine|Waarom nieuw|Er was opvang/);
  });

  test('trap 6: a batch that is applied twice leaves them the same', async () => {
    await side.database.query(`update runtime.checkpoints set position = null`);
    await side.runner().catchUp();
    expect(await side.rows()).toBe(expected);
  });

  test.each([2, 3, 5, 7, 11, 500])('trap 6: split into batches of %i they are the same', async (batchSize) => {
    await side.forget();
    await side.runner().catchUp({ batchSize });
    expect(await side.rows()).toBe(expected);
  });

  test('trap 6: a process that starts in the middle goes on with the same, and does not trust what was rolled back', async () => {
    await side.forget();
    const events = (await side.store.readAll({ limit: 1_000 })).map((event) => side.codec.decode(event));
    const projection = side.projection();
    const lost = side.database.transaction(async (manager) => {
      await projection.apply(events.slice(0, 40), manager, WHOLE);
      throw new Error('the connection broke');
    });
    await expect(lost).rejects.toThrow('the connection broke');
    await side.database.transaction((manager) => projection.apply(events.slice(0, 7), manager, WHOLE));
    for (let cut = 7; cut < events.length; cut += 9)
      await side.database.transaction((manager) => side.projection().apply(events.slice(cut, cut + 9), manager, WHOLE));
    expect(await side.rows()).toBe(expected);
  });

  test('trap 7: two runners at once end with the rows of one', async () => {
    await side.forget();
    await Promise.all([side.runner().catchUp({ batchSize: 4 }), side.runner().catchUp({ batchSize: 4 })]);
    expect(await side.rows()).toBe(expected);
  });
});

describe('pages', () => {
  const budgets = () => new PooledBudgets(side, side.log());

  test('of now and of another day are folds of the same log', async () => {
    expect((await budgets().pooledBudget(idIn('north')))?.years).toMatchObject([
      { year: 2024, phase: 'closed', contributed: 200_000, paid: 69_999, reserved: 0, available: 0 },
      { year: 2025, phase: 'open', contributed: 20_001, reserved: 20_001, available: 0 },
    ]);
    expect((await budgets().pooledBudget(idIn('north'), { asOf: '2024-03-01' }))?.years).toMatchObject([{ paid: 0, reserved: 95_001, available: 104_999 }]);
    expect(await budgets().pooledBudget(idIn('nowhere'))).toBeUndefined();
  });

  test('follow the row and not the log: what is not projected does not show', async () => {
    const log = side.log();
    await log.page(idIn('village'));
    await side.write([told('village', '2025-01-02', 'ContributionMade', { year: 2025, domain: 'wmo', amount: 7 })]);
    expect((await new PooledBudgets(side, log).pooledBudget(idIn('village')))?.years[1]?.contributed).toBe(20_001);
    await side.runner().catchUp();
    expect((await new PooledBudgets(side, log).pooledBudget(idIn('village')))?.years[1]?.contributed).toBe(20_008);
  });

  test('keep up over the versions at which the row keeps the page', async () => {
    const more = Array.from({ length: 150 }, (_, n) => told('south', '2025-02-01', 'ContributionMade', { year: 2025, domain: 'jeugd' as const, amount: n + 1 }));
    for (let cut = 0; cut < more.length; cut += 30) {
      await side.write(more.slice(cut, cut + 30));
      await side.runner().catchUp({ batchSize: 13 });
    }
    expect((await budgets().pooledBudget(idIn('south')))?.years[1]?.contributed).toBe(20_001 + 11_325);
  });

  test('of a list say which higher ceilings wait, now and on another day', async () => {
    const raise = { trajectoryId: idIn('village household'), amount: 25_000 };
    await side.write([told('village', '2025-03-01', 'CeilingRaiseProposed', { ...raise, reason: 'Sport', proposedBy: 'holder-1' })]);
    await side.runner().catchUp();
    const waiting = async (at = {}) => (await budgets().pooledBudgets({ within: everything, first: 10 }, at)).items.flatMap(({ id, proposedRaises }) => proposedRaises.map((one) => [id, one]));
    expect(await waiting()).toEqual([[idIn('village'), { ...raise, proposedBy: 'holder-1' }]]);
    expect(await waiting({ asOf: '2025-02-28' })).toEqual([]);
    expect(await waiting({ asOf: '2025-03-01' })).toEqual(await waiting());
  });

  test('of a household name every pot that it knows, and the room in one that it does not', async () => {
    const [spend] = await budgets().householdSpend(idIn('north household'));
    expect(spend).toMatchObject({ budgetId: idIn('north'), paid: 69_999, reserved: 20_001, ceiling: 300_000, left: 210_000 });
    expect(await budgets().householdSpend(idIn('north household'), idIn('south'))).toMatchObject([{ paid: 0, left: 300_000 }]);
    expect(await budgets().householdSpend(idIn('north household'), undefined, { asOf: '2024-03-01' })).toMatchObject([{ paid: 0, reserved: 95_001 }]);
  });

  test('of the ledger add up to what each law has left', async () => {
    const lines = ledgerOf(await side.log().facts(idIn('north')));
    const left = (domain: 'jeugd' | 'wmo', year: number): number => lines.filter((line) => line.year === year).reduce((sum, { amounts }) => sum + amounts[domain], 0);
    const statement = await budgets().yearStatement(idIn('north'), 2024);
    for (const domain of ['jeugd', 'wmo'] as const) expect(left(domain, 2024) + (statement?.domains.find((one) => one.domain === domain)?.owes ?? Number.NaN)).toBe(0);
    expect(left('jeugd', 2025) + left('wmo', 2025)).toBe(20_001);
  });
});

describe('the decision record', () => {
  const record = (word: string) => new SpendingRequests(side.database, side.log()).record(idIn(word));

  test('shows what stood before the decision, what was said, and what was paid', async () => {
    const washer = await record('north washer');
    expect(washer?.impact).toMatchObject({ year: 2024, available: { before: 200_000, after: 139_999 } });
    expect(washer?.said.map(({ kind, by }) => `${kind} ${by}`)).toEqual(['approval holder-1', 'question holder-2', 'answer coach-1', 'approval holder-1', 'approval holder-2']);
    expect(washer?.payments).toMatchObject([{ kind: 'payment', amount: 40_000 }, { kind: 'refund', amount: 5_001 }]);
    expect(washer?.rule).toMatchObject({ approvers: 2, tier: { above: 50_000 }, mandate: { perRequest: 20_000 } });
  });

  test('names earlier decisions of the same size on the same life area, and none that came later', async () => {
    const ids = (await record('north bike'))?.similar.map(({ requestId }): Uuid => requestId).sort();
    expect(ids).toEqual(['north', 'south', 'village'].map((pot) => idIn(`${pot} stay`)).sort());
    expect((await record('north washer'))?.similar.map(({ requestId }): Uuid => requestId).sort()).toEqual(['south', 'village'].map((pot) => idIn(`${pot} washer`)).sort());
  });
});

test('attention: a question that waits, and what was paid and not confirmed', async () => {
  const asked = { within: everything, municipality: 'groningen', today: '2024-06-01', horizonDays: 0, first: 50 };
  const kinds = async (more: object) =>
    (await new BudgetAttention(side.database).page({ ...asked, ...more })).items.map(({ requestId, kind, dueOn, state }) => [requestId, kind, dueOn, state]);
  const mine = (await kinds({ coachId: 'coach-1' })).filter(([requestId]) => [idIn('north washer'), idIn('north stay'), idIn('north bike')].includes(String(requestId)));
  expect(mine.sort()).toEqual(
    [
      [idIn('north stay'), 'delivery-unconfirmed', '2024-04-01', 'overdue'],
      [idIn('north washer'), 'receipt-unconfirmed', '2024-04-03', 'overdue'],
      [idIn('north bike'), 'spending-returned', '2024-05-03', 'overdue'],
    ].sort(),
  );
  expect(await kinds({})).toEqual([]);
});
