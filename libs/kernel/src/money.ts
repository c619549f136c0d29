import { add, dinero, subtract, toSnapshot, type Dinero, type DineroCurrency } from 'dinero.js';

/** Whole euro cents, never a fraction. */
export type Cents = number;

const EURO: DineroCurrency<number, 'EUR'> = { code: 'EUR', base: 10, exponent: 2 };
/** A hundred million euro: more than any pot of any city holds, and far below what a number holds exactly. */
const LARGEST: Cents = 10_000_000_000;
const AMOUNT = /^(0|[1-9]\d{0,8})(\.\d{2})?$/;

const euros = (cents: Cents): Dinero<number, 'EUR'> => {
  if (!Number.isSafeInteger(cents)) throw new RangeError('money is whole cents');
  return dinero({ amount: cents, currency: EURO });
};
const centsOf = (amount: Dinero<number, 'EUR'>): Cents => toSnapshot(amount).amount;

export const plus = (...amounts: readonly Cents[]): Cents =>
  centsOf(amounts.map(euros).reduce((sum, next) => add(sum, next), euros(0)));
export const minus = (from: Cents, ...amounts: readonly Cents[]): Cents =>
  centsOf(amounts.map(euros).reduce((rest, next) => subtract(rest, next), euros(from)));
export const sumOf = <T>(items: readonly T[], cents: (item: T) => Cents): Cents => plus(...items.map(cents));

/** Reads `"1234.50"` or `"1234"`; undefined for a sign, a comma, other decimals, or above a hundred million euro. */
export const parseAmount = (text: unknown): Cents | undefined => {
  if (typeof text !== 'string' || !AMOUNT.test(text)) return undefined;
  const [whole = '0', cents = '00'] = text.split('.');
  const amount = Number(whole) * 100 + Number(cents);
  return amount <= LARGEST ? amount : undefined;
};

/** Writes 123450 as `"1234.50"`. */
export const formatAmount = (cents: Cents): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
