import type { FormName } from './catalogue';

/** One fact of a page as somebody reads it, and what it is about. */
export interface Line {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly value: string;
  /** Ids that a command may name: of a debt, a goal, a story. */
  readonly ids: readonly string[];
}

/** A page as it reads at one moment, and how far in the log each of its questions had come by then. */
export interface Reading {
  readonly lines: readonly Line[];
  readonly reached: readonly (string | undefined)[];
}

/** The page as it reads now, for a form that is open over it. */
export interface Watch {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => Reading;
}

export interface Change {
  readonly key: string;
  readonly group: string;
  readonly ids: readonly string[];
  readonly label: string;
  /** Undefined of what was not there yet, or is there no more. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What differs between two readings of one page, in its order. */
export const changesIn = (before: readonly Line[], after: readonly Line[]): readonly Change[] => {
  const [old, now] = [new Map(before.map((line) => [line.key, line])), new Map(after.map((line) => [line.key, line]))];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const line = is ?? was;
    if (!line || was?.value === is?.value) return [];
    return [{ key, group: line.group, ids: line.ids, label: line.label, before: was?.value, after: is?.value }];
  });
};

/** Between these readings the page came past something that this browser wrote. Positions sort as text. */
const takesIn = (own: readonly string[], before: Reading, after: Reading): boolean =>
  after.reached.some((reached = '', question) => own.some((position) => (before.reached[question] ?? '') < position && position <= reached));

const withChanges = (lines: readonly Line[], changes: readonly Change[], now: readonly Line[]): readonly Line[] => {
  const changed = new Set(changes.map(({ key }) => key));
  return [...lines.filter(({ key }) => !changed.has(key)), ...now.filter(({ key }) => changed.has(key))];
};

/**
 * What others changed over these readings of one page, oldest first. The step by which a page takes in what was written here is one's
 * own, whether the page moved before that was acknowledged or after.
 */
export const changesByOthers = (readings: readonly Reading[], own: readonly string[]): readonly Change[] => {
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) return [];
  const since = readings.slice(1).reduce((lines, reading, step) => {
    const before = readings[step] as Reading;
    return takesIn(own, before, reading) ? withChanges(lines, changesIn(before.lines, reading.lines), reading.lines) : lines;
  }, first.lines);
  return changesIn(since, last.lines);
};

/** Commands that are about everything of a kind: to agree on a plan is to agree on all of it. */
const WHOLE: Partial<Readonly<Record<FormName, readonly string[]>>> = {
  agreePlan: ['plan'],
  completeIntake: ['plan', 'trajectory'],
  confirmDebtInventory: ['debts'],
  draftBuyOut: ['debts'],
  stopTrajectory: ['trajectory'],
  completeAftercare: ['trajectory', 'aftercare'],
  proposeTandem: ['trajectory'], acceptTandem: ['trajectory'], declineTandem: ['trajectory'], replaceExpert: ['trajectory'], replaceCoach: ['trajectory'], endTandem: ['trajectory'],
};

const idsIn = (input: Readonly<Record<string, unknown>>): ReadonlySet<string> =>
  new Set(Object.entries(input).flatMap(([field, value]) => {
    if (field === 'trajectoryId' || field === 'householdId') return [];
    return Array.isArray(value) ? value.map(String) : typeof value === 'number' ? [`${field} ${value}`] : [String(value)];
  }));

/** Changes by others: those on which this command depends, and those that stand beside it. */
export const sorted = (name: FormName, input: Readonly<Record<string, unknown>>, changes: readonly Change[]): { readonly same: readonly Change[]; readonly beside: readonly Change[] } => {
  const [named, whole] = [idsIn(input), WHOLE[name] ?? []];
  const depends = ({ ids, group }: Change): boolean => whole.includes(group) || ids.some((id) => named.has(id));
  return { same: changes.filter(depends), beside: changes.filter((change) => !depends(change)) };
};
