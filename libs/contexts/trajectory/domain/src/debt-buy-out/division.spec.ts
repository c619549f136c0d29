import { lawOn } from '@perspectief/law';
import fc from 'fast-check';
import { C1, C2, C3, C4, C5 } from '../testing/debts.js';
import { idOf } from '../testing/histories.js';
import { meansOf } from './divisible.js';
import { divide, exactShares, type Claim } from './division.js';

const weight = lawOn('2024-03-04').value('preferential-weight');
const example: readonly Claim[] = [
  { debtId: C1, claim: 284_637, rank: 'concurrent' },
  { debtId: C2, claim: 131_890, rank: 'concurrent' },
  { debtId: C3, claim: 96_425, rank: 'concurrent' },
  { debtId: C4, claim: 148_600, rank: 'preferential' },
  { debtId: C5, claim: 219_348, rank: 'concurrent' },
];
const offersOf = (sum: number, claims = example): number[] => divide(sum, claims, weight).offers.map(({ offer }) => offer);
const equal = (claim: number): Claim[] => [C1, C2, C3].map((debtId) => ({ debtId, claim, rank: 'concurrent' }));

describe('dividing a sum over creditors', () => {
  test('gives preferential claims twice the percentage, to the cent', () => {
    const { offers, percentages } = divide(173_700, example, weight);
    expect(offers.map(({ offer }) => offer)).toEqual([48_025, 22_253, 16_269, 50_144, 37_009]);
    expect(percentages).toEqual({ concurrent: '16.87', preferential: '33.74' });
  });
  test('is exact where percentages in two decimals would leave 23 cents behind', () => {
    const byPercentage = example.map(({ claim, rank }) => Math.round((claim * (rank === 'preferential' ? 3374 : 1687)) / 10_000));
    expect(byPercentage).toEqual([48_018, 22_250, 16_267, 50_138, 37_004]);
    expect(offersOf(173_700).reduce((sum, offer) => sum + offer, 0)).toBe(173_700);
  });
  test('divides less where the household bears interest', () => {
    expect(offersOf(165_717)).toEqual([45_818, 21_230, 15_521, 47_840, 35_308]);
  });
  test('pays a preferential claim at most in full, and leaves the rest to the others', () => {
    const { offers, percentages } = divide(600_000, example, weight);
    expect(offers.map(({ offer }) => offer)).toEqual([175_454, 81_299, 59_438, 148_600, 135_209]);
    expect(percentages).toEqual({ concurrent: '61.64', preferential: '100.00' });
  });
  test('gives nothing of nothing', () => {
    expect(divide(0, example, weight)).toMatchObject({ percentages: { concurrent: '0.00', preferential: '0.00' } });
    expect(offersOf(0)).toEqual([0, 0, 0, 0, 0]);
  });
  test('gives the left-over cent to the first id where claims are the same', () => {
    expect(offersOf(100, equal(10_000))).toEqual([34, 33, 33]);
    expect(offersOf(100, equal(10_000).reverse())).toEqual([33, 33, 34]);
  });
  test('gives it to the larger claim where fractional parts are the same', () => {
    const claims: Claim[] = [
      { debtId: C1, claim: 100, rank: 'concurrent' },
      { debtId: C2, claim: 300, rank: 'concurrent' },
    ];
    expect(offersOf(2, claims)).toEqual([0, 2]);
  });
  test('pays everyone in full where there is more than enough', () => {
    expect(offersOf(1_000_000)).toEqual(example.map(({ claim }) => claim));
    expect(divide(1_000_000, example, weight).percentages).toEqual({ concurrent: '100.00', preferential: '100.00' });
  });
  test('offers nobody anything where nobody is owed', () => {
    expect(divide(100, [], weight).offers).toEqual([]);
  });
});

describe('what there is to divide', () => {
  test('eighteen instalments', () => expect(meansOf({ capacity: 9_650, months: 18, extra: 0 })).toBe(173_700));
  test('and what comes on top', () => expect(meansOf({ capacity: 9_650, months: 18, extra: 50_000 })).toBe(223_700));
  test('their present value, where the household bears half a per cent a month', () => {
    expect(meansOf({ capacity: 9_650, months: 18, extra: 0, interestMonthly: '0.5' })).toBe(165_717);
    expect(meansOf({ capacity: 9_650, months: 18, extra: 10_000, interestMonthly: 0.5 })).toBe(175_717);
  });
  test('interest of nothing takes nothing', () =>
    expect(meansOf({ capacity: 9_650, months: 18, extra: 0, interestMonthly: '0' })).toBe(173_700));
});

const claim = fc.record({ claim: fc.integer({ min: 1, max: 5_000_000 }), rank: fc.constantFrom('concurrent', 'preferential') });
const claims = fc
  .array(claim, { minLength: 1, maxLength: 12 })
  .map((list) => list.map((one, i): Claim => ({ ...one, debtId: idOf(i + 1) })));
const total = (list: readonly Claim[]): number => list.reduce((sum, one) => sum + one.claim, 0);
const sumAndClaims = claims.chain((list) => fc.tuple(fc.integer({ min: 0, max: total(list) }), fc.constant(list)));

describe('whatever is divided', () => {
  test('adds up to the sum exactly', () =>
    fc.assert(
      fc.property(sumAndClaims, ([sum, list]) => {
        expect(offersOf(sum, list).reduce((all, offer) => all + offer, 0)).toBe(sum);
      }),
    ));
  test('stays between nothing and the claim, in whole cents', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), claims, (sum, list) => {
        offersOf(sum, list).forEach((offer, i) => {
          expect(Number.isInteger(offer)).toBe(true);
          expect(offer).toBeGreaterThanOrEqual(0);
          expect(offer).toBeLessThanOrEqual(list[i]?.claim ?? 0);
        });
      }),
    ));
  test('gives a preferential claim exactly twice the part of a concurrent one, or all of it', () =>
    fc.assert(
      fc.property(sumAndClaims, ([sum, list]) => {
        const shares = exactShares(sum, list, weight).map((exact, i) => ({
          rank: list[i]?.rank,
          part: exact.div(list[i]?.claim ?? 1),
        }));
        const preferential = shares.find(({ rank }) => rank === 'preferential');
        const concurrent = shares.find(({ rank }) => rank === 'concurrent');
        fc.pre(preferential !== undefined && concurrent !== undefined);
        const twice = concurrent?.part.mul(2);
        expect(preferential?.part.equals(twice?.gt(1) ? 1 : (twice ?? 0))).toBe(true);
      }),
    ));
  test('is within a cent of the exact share', () =>
    fc.assert(
      fc.property(sumAndClaims, ([sum, list]) => {
        const offers = offersOf(sum, list);
        exactShares(sum, list, weight).forEach((exact, i) =>
          expect(
            exact
              .sub(offers[i] ?? 0)
              .abs()
              .lt(1),
          ).toBe(true),
        );
      }),
    ));
  test('does not depend on the order of the claims', () =>
    fc.assert(
      fc.property(
        sumAndClaims.chain(([sum, list]) =>
          fc.tuple(fc.constant(sum), fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([sum, list, shuffled]) => {
          const byId = (of: readonly Claim[]) =>
            Object.fromEntries(divide(sum, of, weight).offers.map(({ debtId, offer }) => [debtId, offer]));
          expect(byId(shuffled)).toEqual(byId(list));
        },
      ),
    ));
});
