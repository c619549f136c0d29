import { lawWith } from '@perspectief/law';
import { after, clocks, decided, opening, received, seen, type Step } from '../testing/clock-histories.js';
import { idOf } from '../testing/histories.js';

const youth = idOf(605);

describe('advances while general assistance is awaited', () => {
  const id = idOf(610);
  const applied = [opening('2024-01-08'), received('2024-01-08', id, 'participatiewet', 'general-assistance')] as const;
  const paid = (on: string): Step => [on, 'RecordAdvance', { applicationId: id, amount: 90_000 }];
  test('are due in four weeks, and again in four', () => {
    const state = after(...applied, paid('2024-02-01'));
    expect(seen(clocks(state, '2024-02-10'), 'pw-advance', 'startedOn', 'due', 'metOn')).toEqual([
      ['2024-01-08', '2024-02-05', '2024-02-01'],
      ['2024-02-05', '2024-03-04', undefined],
    ]);
  });
  test('are not owed after the decision', () => {
    const state = after(...applied, paid('2024-02-01'), decided('2024-02-20', id));
    expect(seen(clocks(state, '2024-06-01'), 'pw-advance', 'due', 'state')).toEqual([
      ['2024-02-05', 'met'],
      ['2024-03-04', 'lapsed'],
    ]);
    const early = after(...applied, paid('2024-01-20'), decided('2024-02-01', id));
    expect(seen(clocks(early, '2024-06-01'), 'pw-advance', 'due', 'state')).toEqual([['2024-02-05', 'met']]);
  });
  test('that never came stay owed, also when the decision comes late', () => {
    expect(seen(clocks(after(...applied, decided('2024-02-20', id)), '2024-06-01'), 'pw-advance', 'due', 'state', 'lapsedOn')).toEqual([
      ['2024-02-05', 'breached', '2024-02-20'],
    ]);
  });
});

describe('the term for a decision', () => {
  const applied = [opening('2024-01-08'), received('2024-01-15', youth, 'jeugd', 'youth-provision')] as const;
  test('moves to the day that was told in time', () => {
    const state = after(...applied, ['2024-03-11', 'ExtendTerm', { applicationId: youth, newDue: '2024-03-25', reason: 'advies' }]);
    expect(seen(clocks(state, '2024-03-20'), 'awb-decision', 'baseDue', 'due', 'state')).toEqual([['2024-03-11', '2024-03-25', 'running']]);
  });
  test('shows where it would end while it stands still', () => {
    const state = after(...applied, ['2024-01-22', 'SuspendClock', { applicationId: youth, reason: 'consent', from: '2024-01-22' }]);
    expect(seen(clocks(state, '2024-01-29'), 'awb-decision', 'due', 'state', 'provisional')).toEqual([['2024-03-18', 'suspended', true]]);
  });
  test('follows other rules where those are asked about', () => {
    const stricter = lawWith([{ key: 'youth-decision-term', value: 4, name: 'ordinance' }]);
    expect(seen(clocks(after(...applied), '2024-01-29', stricter), 'awb-decision', 'due')).toEqual([['2024-02-12']]);
  });
});
