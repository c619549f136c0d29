import { householdSpend } from '../reading/household-spend.js';
import { yearsOf, yearTotals } from '../reading/totals.js';
import { yearStatement } from '../reading/year-statement.js';
import type { PooledBudgetState } from '../state.js';
import { approve, ask, buyOutPaid, closeYear, contribute, pay, reserveBuyOut } from '../testing/commands.js';
import { BUY_OUT, idOf, REQUEST, TRAJECTORY } from '../testing/ids.js';
import { after, filled, pot, type Step } from '../testing/scenario.js';

const second = idOf(201);
const zero = { jeugd: 0, wmo: 0, participatiewet: 0, schuldhulp: 0 };
const busy: readonly Step[] = [
  ...filled,
  ['2024-02-01', 'coach', ask(42_000)],
  ['2024-02-02', 'holder1', pay(21_000, '2024-02-02')],
  ['2024-03-01', 'coach', ask(60_000, { requestId: second })],
  ['2024-04-01', 'policy', reserveBuyOut(63_000)],
];

describe('closing a year', () => {
  after('what is promised goes over with its money, the rest goes back', ...busy)
    .when('2024-12-31', closeYear(2024))
    .then({
      type: 'YearClosed',
      data: {
        year: 2024,
        remainder: 'return',
        over: { jeugd: 18_000, wmo: 24_000, participatiewet: 30_000, schuldhulp: 12_000 },
        back: { jeugd: 67_500, wmo: 90_000, participatiewet: 112_500, schuldhulp: 45_000 },
        reserved: 84_000,
        requests: [
          { requestId: REQUEST, reserved: 21_000 },
          { requestId: second, reserved: 0 },
        ],
        buyOuts: [{ buyOutId: BUY_OUT, reserved: 63_000 }],
      },
    });
  after('or the rest goes over as well', ...busy)
    .when('2025-01-15', closeYear(2024, 'carry-over'))
    .thenState(
      (state: PooledBudgetState) => [yearTotals(state, 2024), yearTotals(state, 2025)],
      [
        expect.objectContaining({ contributed: 420_000, paid: 21_000, reserved: 0, available: 0 }),
        expect.objectContaining({ contributed: 499_000, paid: 0, reserved: 84_000, available: 415_000 }),
      ],
    );
  after('what each law owes and is owed adds up to zero', ...busy)
    .when('2024-12-31', closeYear(2024))
    .thenState(
      (state: PooledBudgetState) => yearStatement(state, 2024).domains.reduce((sum, { owes }) => sum + owes, 0),
      0,
    );
  after('the household keeps what it was promised', ...busy)
    .when('2024-12-31', closeYear(2024))
    .thenState((state: PooledBudgetState) => householdSpend(state, TRAJECTORY), expect.objectContaining({ paid: 21_000, reserved: 21_000 }));
  after('an empty year closes too', ...filled).when('2024-12-31', closeYear(2023)).thenTypes('YearClosed');

  after('not before its last day', ...busy).when('2024-12-30T23:59', closeYear(2024)).refused('YEAR_NOT_OVER', { facts: { year: 2024 } });
  after('not before it happens', ...busy).when('2024-12-31', closeYear(2024), { now: '2024-12-30' }).refused('IN_THE_FUTURE');
  after('not twice', ...busy, ['2024-12-31', 'holder1', closeYear(2024)]).when('2025-01-02', closeYear(2024)).refused('YEAR_CLOSED');
  after('not while an earlier one is open', ...busy).when('2025-12-31', closeYear(2025)).refused('EARLIER_YEAR_OPEN', { facts: { year: 2024 } });
});

describe('after the year closed', () => {
  const closed: readonly Step[] = [...busy, ['2024-12-31', 'holder1', closeYear(2024)]];

  after('a request that waited is approved with money of the next year', ...closed, ['2025-01-05', 'holder1', approve(second)])
    .when('2025-01-06', approve(second), { actor: 'holder2' })
    .thenState((state: PooledBudgetState) => yearTotals(state, 2025).reserved, 144_000);
  after('what was promised is paid in the next year', ...closed)
    .when('2025-01-05', pay(21_000, '2025-01-05', { paymentId: idOf(301) }))
    .thenState((state: PooledBudgetState) => [2024, 2025].map((year) => yearTotals(state, year).paid), [21_000, 21_000]);
  after('creditors too', ...closed)
    .when('2025-01-05', buyOutPaid(63_000))
    .thenState((state: PooledBudgetState) => yearTotals(state, 2025).paid, 63_000);
  after('what was carried in stands in the first quarter of the next year', ...closed)
    .when('2025-05-05', contribute(2025, 'wmo', 1))
    .thenState((state: PooledBudgetState) => yearStatement(state, 2025).quarters.map(({ contributed }) => contributed.wmo), [24_000, 1, 0, 0]);
  after('the next year knows what was carried in', ...closed)
    .when('2025-01-05', contribute(2025, 'wmo', 1))
    .thenState((state: PooledBudgetState) => [yearsOf(state), pot(state).years[2025]?.carriedIn, pot(state).years[2024]?.closing.phase], [
      [2024, 2025],
      { ...zero, jeugd: 18_000, wmo: 24_000, participatiewet: 30_000, schuldhulp: 12_000 },
      'closed',
    ]);
});
