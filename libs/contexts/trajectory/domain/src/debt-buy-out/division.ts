import { sumOf, type Cents, type Uuid } from '@perspectief/kernel';
import Fraction from 'fraction.js';
import type { Rank } from '../debts/events.js';

export interface Claim {
  readonly debtId: Uuid;
  readonly claim: Cents;
  readonly rank: Rank;
}

export interface Division {
  /** In the order of the claims. */
  readonly offers: readonly { readonly debtId: Uuid; readonly offer: Cents }[];
  /** Of the claim, rounded down to two decimals. */
  readonly percentages: Readonly<Record<Rank, string>>;
}

interface Share {
  readonly claim: Claim;
  readonly exact: Fraction;
}

const NONE = new Fraction(0);
const ALL = new Fraction(1);

const weightOf = (rank: Rank, preferentialWeight: number): Fraction =>
  new Fraction(rank === 'preferential' ? preferentialWeight : 1);

const smallest = (one: Fraction, other: Fraction): Fraction => (one.lt(other) ? one : other);

const weightedSum = (claims: readonly Claim[], weight: (rank: Rank) => Fraction): Fraction =>
  claims.reduce((sum, { claim, rank }) => sum.add(weight(rank).mul(claim)), NONE);

/** What a claim of weight 1 gets per cent: claims that would get more than all of it get all, and leave the rest to the others. */
const rateOf = (sum: Cents, claims: readonly Claim[], weight: (rank: Rank) => Fraction): Fraction => {
  const weights = weightedSum(claims, weight);
  if (weights.equals(NONE)) return NONE;
  const rate = new Fraction(sum).div(weights);
  const isFull = ({ rank }: Claim): boolean => weight(rank).mul(rate).gte(ALL);
  const full = claims.filter(isFull);
  const others = claims.filter((claim) => !isFull(claim));
  if (full.length === 0 || others.length === 0) return rate;
  return rateOf(sum - sumOf(full, ({ claim }) => claim), others, weight);
};

const partsOf = (sum: Cents, claims: readonly Claim[], preferentialWeight: number): ((rank: Rank) => Fraction) => {
  const weight = (rank: Rank): Fraction => weightOf(rank, preferentialWeight);
  const rate = rateOf(sum, claims, weight);
  return (rank) => smallest(ALL, weight(rank).mul(rate));
};

/** Exact shares before rounding, in the order of the claims (BO-05, BO-06). */
export const exactShares = (sum: Cents, claims: readonly Claim[], preferentialWeight: number): readonly Fraction[] => {
  const part = partsOf(sum, claims, preferentialWeight);
  return claims.map(({ claim, rank }) => part(rank).mul(claim));
};

const fractionalPart = ({ exact }: Share): Fraction => exact.sub(exact.floor());

/** Largest fractional part first; ties: the larger claim, then the id. */
const firstInLine = (one: Share, other: Share): number =>
  fractionalPart(other).compare(fractionalPart(one)) ||
  other.claim.claim - one.claim.claim ||
  (one.claim.debtId < other.claim.debtId ? -1 : 1);

/** A capped share is whole and last in line, so a left-over cent never lifts an offer above its claim. */
const inWholeCents = (sum: Cents, shares: readonly Share[]): ReadonlyMap<Uuid, Cents> => {
  const floors = shares.map(({ claim, exact }) => [claim.debtId, exact.floor().valueOf()] as const);
  const over = sum - sumOf(floors, ([, floor]) => floor);
  const lucky = new Set(
    [...shares]
      .sort(firstInLine)
      .slice(0, over)
      .map(({ claim }) => claim.debtId),
  );
  return new Map(floors.map(([debtId, floor]) => [debtId, lucky.has(debtId) ? floor + 1 : floor]));
};

const percentage = (part: Fraction): string => {
  const hundredths = String(part.mul(10_000).floor().valueOf()).padStart(3, '0');
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
};

/** Divides a sum over claims in whole cents; the offers add up to it exactly, or to all claims where it is larger. */
export const divide = (sum: Cents, claims: readonly Claim[], preferentialWeight: number): Division => {
  const divisible = Math.min(
    sum,
    sumOf(claims, ({ claim }) => claim),
  );
  const part = partsOf(divisible, claims, preferentialWeight);
  const shares = claims.map((claim) => ({ claim, exact: part(claim.rank).mul(claim.claim) }));
  const cents = inWholeCents(divisible, shares);
  return {
    offers: claims.map(({ debtId }) => ({ debtId, offer: cents.get(debtId) ?? 0 })),
    percentages: { preferential: percentage(part('preferential')), concurrent: percentage(part('concurrent')) },
  };
};
