import { canonical } from './canonical.js';

/** One place where two values differ. `before` is absent where something was added, `after` where it went. */
export interface Change {
  /** JSON pointer (RFC 6901), such as `/debts/inventory/phase`. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** What changed between two plain values, smallest places first named, in the order of their keys. Parts that are the same object cost nothing. */
export const difference = (before: unknown, after: unknown, path = ''): readonly Change[] => {
  if (before === after) return [];
  if (!isNode(before) || !isNode(after) || Array.isArray(before) !== Array.isArray(after)) {
    if (canonical(before) === canonical(after)) return [];
    return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  }
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => difference(before[key], after[key], `${path}/${escaped(key)}`));
};
