import { domains, minus, plus, type Cents, type Domain } from '@perspectief/kernel';
import { Fraction } from 'fraction.js';
import { byDomain, nothingYet, totalOf, type ByDomain } from './by-domain.js';

/** How heavy each domain weighs: cents, or percentages as exact decimals. */
export type Weights = Readonly<Record<Domain, Cents | string>>;
/** Percentages as exact decimals, such as `{ jeugd: '60', participatiewet: '40' }`. */
export type Split = Readonly<Partial<Record<Domain, string>>>;

const PERCENTAGE = /^\d{1,3}(\.\d{1,10})?$/;

/** The split as exact decimals; undefined where it does not add up to 100. */
export const splitOf = (percentages: Readonly<Partial<Record<Domain, number | string>>>): Split | undefined => {
  const named = domains.flatMap((domain) => {
    const share = percentages[domain];
    return share === undefined ? [] : [[domain, String(share)] as const];
  });
  if (!named.every(([, share]) => PERCENTAGE.test(share))) return undefined;
  const sum = named.reduce((total, [, share]) => total.add(share), new Fraction(0));
  return sum.equals(100) ? Object.fromEntries(named) : undefined;
};

export const weightsOf = (split: Split): Weights => byDomain((domain) => split[domain] ?? '0');

/**
 * Divides whole cents by weight: the exact share of each, rounded down, and the cents that are left one by one to the
 * largest fractions; ties follow the order of the domains. The parts add up to the amount, to the cent.
 */
export const apportion = (amount: Cents, weights: Weights): ByDomain => {
  if (amount === 0) return nothingYet;
  const weight = domains.reduce((sum, domain) => sum.add(weights[domain]), new Fraction(0));
  const exact = byDomain((domain) => new Fraction(weights[domain]).mul(amount).div(weight));
  const whole = byDomain((domain) => exact[domain].floor().valueOf());
  const left = minus(amount, totalOf(whole));
  const first = domains
    .filter((domain) => !exact[domain].equals(whole[domain]))
    .sort((a, b) => exact[b].sub(whole[b]).compare(exact[a].sub(whole[a])))
    .slice(0, left);
  return byDomain((domain) => plus(whole[domain], first.includes(domain) ? 1 : 0));
};
