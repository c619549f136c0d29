import { after, clocks, decided, opening, received, seen, talked, threatened } from '../testing/clock-histories.js';
import { idOf } from '../testing/histories.js';

const [debtHelp, again, eviction] = [601, 602, 701].map(idOf) as [string, string, string];

describe('the first conversation about debt help', () => {
  const denied = after(
    opening('2025-01-20'),
    received('2025-01-20', debtHelp, 'schuldhulp', 'debt-help'),
    threatened('2025-01-27', eviction, '2025-02-11'),
    talked('2025-01-30T10:00'),
    threatened('2025-02-03', idOf(702), '2025-02-20'),
    decided('2025-03-20', debtHelp),
  );
  test('is three working days away when a threat is reported', () => {
    expect(seen(clocks(denied, '2025-06-01'), 'wgs-first-conversation-threat', 'threat', 'due', 'metOn')).toEqual([
      [eviction, '2025-01-30', '2025-01-30'],
    ]);
  });
  test('starts the eight weeks for the decision', () => {
    expect(seen(clocks(denied, '2025-06-01'), 'wgs-decision', 'due', 'metOn')).toEqual([['2025-03-27', '2025-03-20']]);
  });
  test('about an earlier application does not stop the clock of a threat after a new one', () => {
    const state = after(
      opening('2024-01-08'),
      received('2024-01-08', debtHelp, 'schuldhulp', 'debt-help'),
      talked('2024-01-09'),
      decided('2024-01-10', debtHelp),
      received('2024-02-01', again, 'schuldhulp', 'debt-help'),
      threatened('2024-02-05', eviction, '2024-03-01'),
      talked('2024-02-06'),
    );
    expect(seen(clocks(state, '2024-03-01'), 'wgs-first-conversation-threat', 'startedOn', 'metOn')).toEqual([['2024-02-05', '2024-02-06']]);
    expect(seen(clocks(state, '2024-03-01'), 'wgs-first-conversation', 'application', 'metOn')).toEqual([
      [debtHelp, '2024-01-09'],
      [again, '2024-02-06'],
    ]);
  });
  test('about the trajectory itself counts for a threat while nothing was applied for', () => {
    const state = after(opening('2024-01-08'), talked('2024-01-09'), threatened('2024-02-05', eviction, '2024-03-01'));
    expect(seen(clocks(state, '2024-03-01'), 'wgs-first-conversation-threat', 'due')).toEqual([]);
  });
  test('is not awaited any more for an application that was taken back', () => {
    const state = after(opening('2024-01-08'), received('2024-01-08', debtHelp, 'schuldhulp', 'debt-help'), decided('2024-01-20', debtHelp, 'withdrawn'));
    expect(seen(clocks(state, '2024-06-01'), 'wgs-first-conversation', 'state', 'lapsedOn', 'running')).toEqual([['lapsed', '2024-01-20', false]]);
    expect(seen(clocks(state, '2024-01-19'), 'wgs-first-conversation', 'state', 'running')).toEqual([['running', true]]);
    expect(seen(clocks(state, '2024-06-01'), 'objection', 'due')).toEqual([]);
  });
  test('is not awaited for a threat that was averted, but it is for one that was carried out', () => {
    const closed = (how: string) =>
      after(opening('2024-01-08'), threatened('2024-01-08', eviction, '2024-02-01'), ['2024-01-09', 'CloseThreat', { threatId: eviction, how }]);
    expect(seen(clocks(closed('averted'), '2024-02-01'), 'wgs-first-conversation-threat', 'state', 'lapsedOn')).toEqual([['lapsed', '2024-01-09']]);
    expect(seen(clocks(closed('carried-out'), '2024-02-01'), 'wgs-first-conversation-threat', 'state')).toEqual([['breached']]);
  });
  test('that came too late is met late', () => {
    const state = after(opening('2024-01-08'), received('2024-01-08', debtHelp, 'schuldhulp', 'debt-help'), talked('2024-02-06'));
    expect(seen(clocks(state, '2024-02-05'), 'wgs-first-conversation', 'due', 'state')).toEqual([['2024-02-05', 'running']]);
    expect(seen(clocks(state, '2024-03-01'), 'wgs-first-conversation', 'due', 'state')).toEqual([['2024-02-05', 'met-late']]);
  });
});
