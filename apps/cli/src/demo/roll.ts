/** Chance that always falls the same way for the same seed. */
export interface Roll {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(of: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Some of them, in their own order. */
  some<T>(from: readonly T[], count: number): readonly T[];
}

/** Mulberry32: 32 bits of state, small, and good enough for made-up households. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Neighbouring numbers must not roll alike. */
const spread = (seed: number, n: number): number => Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(n + 1, 0xc2b2ae35);

export const rollOf = (seed: number, n: number): Roll => {
  const next = mulberry32(spread(seed, n));
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => from[between(0, from.length - 1)] as T;
  const some = <T>(from: readonly T[], count: number): readonly T[] => {
    const order = from.map((item, index) => ({ item, index, rank: next() })).sort((a, b) => a.rank - b.rank);
    return order.slice(0, count).sort((a, b) => a.index - b.index).map(({ item }) => item);
  };
  return { next, between, chance: (of) => next() < of, pick, some };
};
