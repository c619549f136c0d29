import { after, clocks, opening, seen, threatened, type Step } from '../testing/clock-histories.js';
import { idOf } from '../testing/histories.js';

const eviction = idOf(701);

describe('creditors and the court', () => {
  const debt = (n: number, claim: number): Step => [
    '2024-01-09',
    'RegisterDebt',
    { debtId: idOf(n), creditor: `c${n}`, claim, rank: 'concurrent', treatment: 'included', kind: 'other' },
  ];
  const arranging: readonly Step[] = [
    opening('2024-01-08'),
    debt(301, 100_000),
    debt(302, 50_000),
    ['2024-02-01', 'StartArrangement'],
    ['2024-02-01', 'RequestBalances', { debts: [idOf(301)] }],
  ];
  test('arranging takes 120 days, and creditors answer in 28 with a reminder after 14', () => {
    const all = clocks(after(...arranging), '2024-02-10');
    expect(seen(all, 'arrangement', 'due', 'state')).toEqual([['2024-05-31', 'running']]);
    expect(seen(all, 'balance-answer', 'debt', 'due', 'reminderOn', 'duty')).toEqual([[idOf(301), '2024-02-29', '2024-02-15', 'creditor']]);
  });
  test('an answer meets the one, and the last yes the other', () => {
    const buyOutId = idOf(350);
    const yes = (on: string, n: number): Step => [on, 'RecordOfferResponse', { buyOutId, debtId: idOf(n), response: 'accepted' }];
    const drafted: readonly Step[] = [
      ...arranging,
      ['2024-02-20', 'RecordBalance', { debtId: idOf(301), claim: 100_000, referenceDate: '2024-02-15' }],
      ['2024-02-21', 'ConfirmDebtInventory'],
      ['2024-02-21', 'RecordProtectedAmount', { income: 180_000, protectedAmount: 170_000, calculatorVersion: '2024-01', documentRef: 'v' }],
      ['2024-02-22', 'DraftBuyOut', { buyOutId, method: 'settlement-credit', months: 10 }],
      ['2024-02-22', 'SendOffers', { buyOutId, respondBy: '2024-03-21' }],
      yes('2024-03-05', 301),
    ];
    expect(seen(clocks(after(...drafted), '2024-03-10'), 'arrangement', 'metOn')).toEqual([[undefined]]);
    const all = clocks(after(...drafted, yes('2024-03-04', 302)), '2024-03-10');
    expect(seen(all, 'arrangement', 'metOn')).toEqual([['2024-03-05']]);
    expect(seen(all, 'balance-answer', 'metOn', 'state')).toEqual([['2024-02-20', 'met']]);
  });
  test('the court hears within two weeks how a narrow freeze went', () => {
    const freezeId = idOf(800);
    const granted: readonly Step[] = [
      opening('2024-01-08'),
      threatened('2024-01-08', eviction, '2024-02-01'),
      ['2024-01-09', 'RequestFreeze', { freezeId, threatId: eviction, instrument: 'narrow-moratorium', debts: [], evidence: [] }],
      ['2024-01-12', 'GrantFreeze', { freezeId, from: '2024-01-12', until: '2024-07-12', conditions: [] }],
    ];
    expect(seen(clocks(after(...granted), '2024-04-01'), 'freeze-report-to-court', 'due')).toEqual([]);
    const lifted = after(...granted, ['2024-04-11', 'LiftFreeze', { freezeId, reason: 'afgekocht' }], ['2024-04-12', 'ReportToCourt', { freezeId }]);
    expect(seen(clocks(lifted, '2024-05-01'), 'freeze-report-to-court', 'freeze', 'due', 'metOn')).toEqual([[freezeId, '2024-04-25', '2024-04-12']]);
    const expired = after(...granted, ['2024-07-13', 'ExpireFreeze', { freezeId }]);
    expect(seen(clocks(expired, '2024-07-14'), 'freeze-report-to-court', 'startedOn', 'due')).toEqual([['2024-07-12', '2024-07-26']]);
  });
});
