import { Unstorable } from './errors.js';

const FORBIDDEN = /[\0\p{Surrogate}]/u;

const check = (key: string, value: unknown): unknown => {
  if (FORBIDDEN.test(key) || (typeof value === 'string' && FORBIDDEN.test(value))) throw new Unstorable();
  return value;
};

/** A copy as a database would give it back: through JSON, and without what no database keeps. */
export const copyOf = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value, check)) as T;
