import { parseAmount } from '@perspectief/kernel';

/** Where expectation and page part, with both values; undefined when they agree. */
export interface Difference {
  readonly where: string;
  readonly expected: unknown;
  readonly seen: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Amounts are equal as cents (`"12"` is `"12.00"`), the rest as written; absent and null are one. */
const sameValue = (expected: unknown, seen: unknown): boolean => {
  const cents = parseAmount(expected);
  return (expected ?? null) === (seen ?? null) || (cents !== undefined && cents === parseAmount(seen));
};

const within = (where: string, part: string | number): string => {
  if (typeof part === 'number') return `${where}[${part + 1}]`;
  return where ? `${where}.${part}` : part;
};

const listDifference = (expected: readonly unknown[], seen: unknown, where: string): Difference | undefined => {
  if (!Array.isArray(seen) || seen.length !== expected.length) return { where, expected, seen };
  return firstOf(expected.map((item, index) => () => difference(item, seen[index], within(where, index))));
};

const firstOf = (compares: readonly (() => Difference | undefined)[]): Difference | undefined => {
  for (const compare of compares) {
    const found = compare();
    if (found) return found;
  }
  return undefined;
};

/** Compares only the fields that are named; lists whole, item by item. */
export const difference = (expected: unknown, seen: unknown, where = ''): Difference | undefined => {
  if (Array.isArray(expected)) return listDifference(expected, seen, where);
  if (!isRecord(expected)) return sameValue(expected, seen) ? undefined : { where, expected, seen };
  if (!isRecord(seen)) return { where, expected, seen };
  return firstOf(Object.entries(expected).map(([key, part]) => () => difference(part, seen[key], within(where, key))));
};

/** The first expected item that no seen item matches; of a seen thing alike in its first field, that one is shown. */
export const missingFrom = (expected: readonly unknown[], seen: readonly unknown[]): Difference | undefined => {
  const index = expected.findIndex((item) => !seen.some((candidate) => difference(item, candidate) === undefined));
  if (index < 0) return undefined;
  const item = expected[index];
  const [key, value] = isRecord(item) ? (Object.entries(item)[0] ?? []) : [];
  const alike = key === undefined ? [] : seen.filter((candidate) => isRecord(candidate) && sameValue(value, candidate[key]));
  return { where: `[${index + 1}]`, expected: item, seen: alike.map((candidate) => onlyFieldsOf(item, candidate)) };
};

/** The part of what is seen that the expectation speaks of: reports stay short, and show nothing that was not asked. */
export const onlyFieldsOf = (expected: unknown, seen: unknown): unknown => {
  if (Array.isArray(expected) && Array.isArray(seen)) return seen.map((item, index) => onlyFieldsOf(expected[index] ?? expected[0], item));
  if (!isRecord(expected) || !isRecord(seen)) return seen;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, onlyFieldsOf(expected[key], seen[key])]));
};

/** The first of the words that does not follow the ones before it. */
export const outOfOrder = (expected: readonly string[], seen: readonly string[]): Difference | undefined => {
  let from = 0;
  for (const [index, word] of expected.entries()) {
    const found = seen.indexOf(word, from);
    if (found < 0) return { where: `[${index + 1}]`, expected: word, seen: seen.slice(from) };
    from = found + 1;
  }
  return undefined;
};
