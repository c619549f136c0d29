import { refuse, type Refusal } from '@perspectief/kernel';
import { isOpen } from './protect.js';
import { standardPolicy, type DisclosurePolicy } from './policy.js';
import { Unknowns } from './simplex.js';

/** Who is behind a shown figure. Subjects are study pseudonyms. */
export interface Behind {
  readonly figure: string;
  readonly subjects: readonly string[];
}

/** A figure that is shown, or about to be: whom it counts, by which definition. Kept inside, with the study. */
export interface Statement extends Behind {
  readonly release: string;
  /** In words of the study, such as `area beijum, opened in 2024, at position 000123`. */
  readonly population: string;
}

/** What a release says, ready for the ledger. */
export const statementsOf = (release: string, population: string, behind: readonly Behind[]): readonly Statement[] =>
  behind.map((one) => ({ ...one, release, population }));

/** All that a study has released so far. */
export type Ledger = readonly Statement[];

export type LedgerRefusal = 'TOO_FEW' | 'DIFFERENCING' | 'TOO_ENTANGLED';
export type LedgerAnswer = { readonly ledger: Ledger } | { readonly refused: Refusal<LedgerRefusal> };

/** Questions times unknowns times sums that one check may weigh (seconds); a study that has said more starts anew rather than guess. */
const MOST_WORK = 1_000_000_000;

/** What floating point may be off by; counts are whole. */
const ROUNDING = 1e-6;

/** People whom no statement tells apart. */
interface Atom {
  readonly size: number;
  readonly in: readonly number[];
}

const atomsOf = (statements: readonly Statement[]): readonly Atom[] => {
  const memberships = new Map<string, number[]>();
  statements.forEach(({ subjects }, i) => {
    for (const subject of new Set(subjects)) {
      const known = memberships.get(subject);
      if (known) known.push(i);
      else memberships.set(subject, [i]);
    }
  });
  const atoms = new Map<string, { size: number; readonly in: readonly number[] }>();
  for (const membership of memberships.values()) {
    const key = membership.join();
    const atom = atoms.get(key);
    if (atom) atom.size += 1;
    else atoms.set(key, { size: 1, in: membership });
  }
  return [...atoms.values()];
};

/** The part of all statements that hangs together with this atom: nothing else bounds it. */
const around = (atom: number, atoms: readonly Atom[], members: readonly (readonly number[])[]) => {
  const reached = new Set([atom]);
  const sums = new Set<number>();
  const open = [atom];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const sum of (atoms[at] as Atom).in) {
      if (sums.has(sum)) continue;
      sums.add(sum);
      for (const other of members[sum] ?? []) if (!reached.has(other)) {
        reached.add(other);
        open.push(other);
      }
    }
  return { reached: [...reached], sums: [...sums] };
};

/** Statements and the people in them fall apart into islands that tell nothing of each other. */
const islandsOf = (atoms: readonly Atom[], members: readonly (readonly number[])[]): readonly ReturnType<typeof around>[] => {
  const seen = new Set<number>();
  return atoms.flatMap((_, index) => {
    if (seen.has(index)) return [];
    const island = around(index, atoms, members);
    island.reached.forEach((one) => seen.add(one));
    return [island];
  });
};

/** Whether sums and differences of all that was said, over any number of releases, leave every small group open. */
const checkGroups = (statements: readonly Statement[], threshold: number): LedgerRefusal | undefined => {
  const atoms = atomsOf(statements);
  const members: number[][] = statements.map(() => []);
  atoms.forEach((atom, j) => atom.in.forEach((i) => members[i]?.push(j)));
  const sizeOf = (atom: number): number => (atoms[atom] as Atom).size;
  for (const { reached, sums } of islandsOf(atoms, members)) {
    const small = reached.flatMap((atom, place) => (sizeOf(atom) < threshold ? [place] : []));
    if (small.length * reached.length * sums.length > MOST_WORK) return 'TOO_ENTANGLED';
    if (small.length === 0) continue;
    const place = new Map(reached.map((atom, i) => [atom, i]));
    const unknowns = new Unknowns(reached.length, sums.map((sum) => {
      const of = members[sum] ?? [];
      return { of: of.map((atom) => place.get(atom) as number), is: of.reduce((total, atom) => total + sizeOf(atom), 0) };
    }));
    const open = small.every((one) => {
      const { lower, upper } = unknowns.extentOf(one);
      return isOpen({ lower: Math.ceil(lower - ROUNDING), upper: Math.floor(upper + ROUNDING) }, threshold);
    });
    if (!open) return 'DIFFERENCING';
  }
  return undefined;
};

const nearlySame = (one: ReadonlySet<string>, other: ReadonlySet<string>, threshold: number): boolean => {
  if (Math.abs(one.size - other.size) >= threshold) return false;
  let [more, less] = [0, 0];
  for (const subject of one) if (!other.has(subject)) more += 1;
  for (const subject of other) if (!one.has(subject)) less += 1;
  return more + less > 0 && more < threshold && less < threshold;
};

const keyOf = (subjects: ReadonlySet<string>): string => JSON.stringify([...subjects].sort());

/**
 * Keeps what is released, or refuses it. Refused: a figure about too few people; one that differs from an earlier one by a small group
 * (the same table without one district, or a day later); and one with which sums over several releases would pin a small group down.
 * What was said before cannot be unsaid: who was erased since is still counted in it, under the pseudonym of then.
 */
export const release = (ledger: Ledger, wanted: readonly Statement[], { threshold }: DisclosurePolicy = standardPolicy): LedgerAnswer => {
  const few = wanted.find(({ subjects }) => new Set(subjects).size < threshold);
  if (few) return refuse('TOO_FEW', { field: few.figure });
  const before = ledger.map(({ subjects }) => new Set(subjects));
  const now = wanted.map(({ subjects }) => new Set(subjects));
  // Rows and columns of one table are weighed by the table; another population in the same release is another question.
  const besides = (i: number, j: number): boolean => j < i && wanted[j]?.population !== wanted[i]?.population;
  const differs = wanted.find((_, i) => {
    const own = now[i] as ReadonlySet<string>;
    return before.some((old) => nearlySame(own, old, threshold)) || now.some((other, j) => besides(i, j) && nearlySame(own, other, threshold));
  });
  if (differs) return refuse('DIFFERENCING', { field: differs.figure });
  const different = new Map([...ledger, ...wanted].map((statement) => [keyOf(new Set(statement.subjects)), statement]));
  const refused = checkGroups([...different.values()], threshold);
  return refused ? refuse(refused) : { ledger: [...ledger, ...wanted] };
};
