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

/** The lines of a page as they stand now, for a form that is open over it. */
export interface Watch {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => readonly Line[];
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
