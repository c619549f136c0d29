import { plus } from '@perspectief/kernel';
import { approve, ask, pay, reserveBuyOut } from '../testing/commands.js';
import { idOf, PAYMENT, REQUEST } from '../testing/ids.js';
import { filled, played, type Step } from '../testing/scenario.js';
import { impactOf, type Impact } from './balances.js';

const OTHER = idOf(201);
const sum = ({ domains }: Impact, of: 'before' | 'after' | 'share'): number => plus(...domains.map((domain) => domain[of]));

const promised: readonly Step[] = [
  ['2024-02-01', 'coach', ask(30_001, { requestId: OTHER, split: { jeugd: '60', wmo: '40' } })],
  ['2024-02-02', 'holder1', pay(10_000, '2024-02-02', { requestId: OTHER, paymentId: PAYMENT })],
  ['2024-02-03', 'policy', reserveBuyOut(77_777)],
];

test('what each law has left adds up to what the pot has left, before and after', () => {
  const impact = impactOf(played(...filled, ...promised, ['2024-02-05', 'coach', ask(60_001)]), REQUEST);
  expect(impact?.available).toEqual({ before: 312_222, after: 252_221 });
  expect(impact && [sum(impact, 'before'), sum(impact, 'share'), sum(impact, 'after')]).toEqual([312_222, 60_001, 252_221]);
});

test('what an approved request has reserved is not counted twice', () => {
  const asked: readonly Step[] = [...filled, ['2024-02-05', 'coach', ask(50_001, { split: { wmo: '100' } })]];
  const waiting = impactOf(played(...asked), REQUEST);
  const granted = impactOf(played(...asked, ['2024-02-06', 'holder1', approve()], ['2024-02-06', 'holder2', approve()]), REQUEST);
  expect(granted).toEqual(waiting);
  expect(waiting?.domains.find(({ domain }) => domain === 'wmo')).toEqual({ domain: 'wmo', before: 120_000, share: 50_001, after: 69_999 });
});

test('of a request that is not there nothing is told', () => {
  expect(impactOf(played(...filled), REQUEST)).toBeUndefined();
});
