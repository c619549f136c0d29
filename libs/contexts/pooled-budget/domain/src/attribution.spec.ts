import { domains } from '@perspectief/kernel';
import fc from 'fast-check';
import { apportion, splitOf, weightsOf, type Weights } from './attribution.js';
import { byDomain, totalOf, type ByDomain } from './by-domain.js';
import { yearTotals } from './reading/totals.js';
import { ask, contribute, grant, open, pay, refund } from './testing/commands.js';
import { split } from './testing/histories.js';
import { idOf } from './testing/ids.js';
import { played, type Step } from './testing/scenario.js';

/** A fault in rounding may shrink cent by cent, for hours: what was found by then is told. A busy machine tries fewer, and that is no fault. */
const inTime = { interruptAfterTimeLimit: 20_000 };

const cents = fc.integer({ min: 0, max: 10_000_000 });
const weights: fc.Arbitrary<ByDomain> = fc
  .record({ jeugd: cents, wmo: cents, participatiewet: cents, schuldhulp: cents })
  .filter((each) => totalOf(each) > 0);

/** Whole cents of exact arithmetic, apart from the code under test: within a cent of the exact share. */
const closeToShare = (amount: number, of: ByDomain, parts: ByDomain): boolean =>
  domains.every((domain) => {
    const off = BigInt(parts[domain]) * BigInt(totalOf(of)) - BigInt(amount) * BigInt(of[domain]);
    return (off < 0n ? -off : off) < BigInt(totalOf(of));
  });

describe('dividing whole cents', () => {
  test('the parts add up to the amount, and none is a cent from its exact share', () => {
    fc.assert(
      fc.property(cents, weights, (amount, of) => {
        const parts = apportion(amount, of);
        expect(totalOf(parts)).toBe(amount);
        expect(closeToShare(amount, of, parts)).toBe(true);
      }),
      { numRuns: 3_000, ...inTime },
    );
  }, 60_000);

  test('a larger fraction never gets less than a smaller one', () => {
    fc.assert(
      fc.property(cents, weights, (amount, of) => {
        const parts = apportion(amount, of);
        const rest = (domain: keyof ByDomain) => (BigInt(amount) * BigInt(of[domain])) % BigInt(totalOf(of));
        const up = (domain: keyof ByDomain) => BigInt(parts[domain]) > (BigInt(amount) * BigInt(of[domain])) / BigInt(totalOf(of));
        const [lifted, left] = [domains.filter(up), domains.filter((domain) => !up(domain))];
        return lifted.every((high) => left.every((low) => rest(high) >= rest(low)));
      }),
      { numRuns: 3_000, ...inTime },
    );
  }, 60_000);

  const even: Weights = byDomain(() => 1);
  test.each([
    [1, { jeugd: 1, wmo: 0, participatiewet: 0, schuldhulp: 0 }],
    [2, { jeugd: 1, wmo: 1, participatiewet: 0, schuldhulp: 0 }],
    [7, { jeugd: 2, wmo: 2, participatiewet: 2, schuldhulp: 1 }],
  ])('of %d even cents the first laws get one more', (amount, parts) => expect(apportion(amount, even)).toEqual(parts));

  test('three times 33.33 percent is not a hundred', () => {
    expect(splitOf({ jeugd: 33.33, wmo: 33.33, participatiewet: 33.33 })).toBeUndefined();
    expect(apportion(10_000, weightsOf(splitOf({ jeugd: 33.33, wmo: 33.33, participatiewet: 33.34 }) ?? {}))).toEqual({
      jeugd: 3_333,
      wmo: 3_333,
      participatiewet: 3_334,
      schuldhulp: 0,
    });
  });
});

test('refunds in parts, together the payment, leave every law as it was', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(parts, weights, fc.option(split, { nil: undefined }), (refunds, of, by) => {
      const amount = refunds.reduce((sum, part) => sum + part, 0);
      const contributions = domains.filter((domain) => of[domain] > 0).map((domain): Step => ['2024-01-01', 'h', contribute(2024, domain, of[domain] * amount)]);
      const before: readonly Step[] = [
        ['2024-01-01', 'h', open({ householdCeiling: amount })],
        ...contributions,
        ['2024-01-01', 'h', grant({ perRequest: amount })],
        ['2024-02-01', 'coach', ask(amount, { ...(by && { split: by }) })],
      ];
      const back = refunds.map((part, index): Step => ['2024-03-01', 'h', refund(part, { refundId: idOf(400 + index) })]);
      const state = played(...before, ['2024-02-02', 'h', pay(amount, '2024-02-02')], ...back);
      expect(yearTotals(state, 2024)).toEqual({ ...yearTotals(played(...before), 2024), reserved: 0, available: yearTotals(state, 2024).contributed });
    }),
    { numRuns: 1_000, ...inTime },
  );
}, 60_000);
