const DIGITS = /^\d{9}$/;
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/** Nine digits that pass the Dutch eleven test; nobody has nine zeros. */
export const isBsn = (text: string): boolean =>
  DIGITS.test(text) &&
  text !== '000000000' &&
  WEIGHTS.reduce<number>((sum, weight, place) => sum + weight * Number(text[place]), 0) % 11 === 0;
