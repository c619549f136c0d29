import { standardPolicy, type DisclosurePolicy } from './policy.js';

export type Row = Readonly<Record<string, string>>;

/** Something about a case that others may know, and how it is told more coarsely step by step: the first step is as it is. */
export interface QuasiIdentifier {
  readonly name: string;
  /** From a value to a coarser one, such as a district to its town; the last one says nothing (`*`). */
  readonly coarser: readonly ((value: string) => string)[];
}

export interface Coarsened {
  readonly rows: readonly Row[];
  /** How often each was made coarser. */
  readonly levels: Readonly<Record<string, number>>;
  /** Rows left out, since they stayed in too small a class even so. */
  readonly dropped: number;
  readonly smallestClass: number;
}

const told = (row: Row, identifiers: readonly QuasiIdentifier[], levels: readonly number[]): Row => ({
  ...row,
  ...Object.fromEntries(identifiers.map(({ name, coarser }, i) => [name, coarser.slice(0, levels[i]).reduce((value, step) => step(value), row[name] ?? '')])),
});

const classesOf = (rows: readonly Row[], identifiers: readonly QuasiIdentifier[]): ReadonlyMap<string, readonly Row[]> => {
  const classes = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(identifiers.map(({ name }) => row[name]));
    const known = classes.get(key);
    if (known) known.push(row);
    else classes.set(key, [row]);
  }
  return classes;
};

/**
 * Microdata in which nobody stands out: every combination of what others may know holds at least the threshold of rows, and more than
 * one value of what they may not know (`sensitive`). Told more coarsely until few rows (1 in 20) are left over; those are left out.
 * Still personal data: it goes to a secured environment, under agreement.
 */
export const coarsened = (
  rows: readonly Row[], identifiers: readonly QuasiIdentifier[], sensitive: string, { threshold }: DisclosurePolicy = standardPolicy,
): Coarsened => {
  const levels = identifiers.map(() => 0);
  for (;;) {
    const now = rows.map((row) => told(row, identifiers, levels));
    const classes = [...classesOf(now, identifiers).values()];
    const safe = classes.filter((members) => members.length >= threshold && new Set(members.map((row) => row[sensitive])).size > 1);
    const kept = safe.flat();
    // The one with most values tells most: it goes first. Ties: the order given.
    const next = identifiers
      .map(({ name, coarser }, i) => ({ i, left: coarser.length - (levels[i] as number), values: new Set(now.map((row) => row[name])).size }))
      .filter(({ left }) => left > 0)
      .sort((a, b) => b.values - a.values)[0];
    if (next && (rows.length - kept.length) * 20 > rows.length) levels[next.i] = (levels[next.i] as number) + 1;
    else return {
      rows: kept, dropped: rows.length - kept.length, levels: Object.fromEntries(identifiers.map(({ name }, i) => [name, levels[i] as number])),
      smallestClass: safe.reduce((least, { length }) => Math.min(least, length), kept.length),
    };
  }
};
