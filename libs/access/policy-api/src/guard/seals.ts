import type { Part } from '@perspectief/access';
import type { Scope, Seal, Uuid } from '@perspectief/kernel';

/** The part of a file that a key's texts belong to: with the part closed, the key stays where it is. */
const partOfScope: Readonly<Record<Scope, readonly Part[]>> = {
  common: ['summary', 'identity', 'office'],
  tandem: ['tandem-notes'],
  money: ['reasons', 'spending'],
  jeugd: ['jeugd'],
  wmo: ['wmo'],
  participatiewet: ['participatiewet'],
  schuldhulp: ['schuldhulp'],
};

export type PartsOfHousehold = (householdId: Uuid) => ReadonlySet<Part> | undefined;

/** Whether a sealed text may be opened: it is of a household of this answer, and of a part that the viewer sees. */
export const mayOpen =
  (partsOf: PartsOfHousehold) =>
  ({ householdId, scope }: Pick<Seal, 'householdId' | 'scope'>): boolean => {
    const parts = partsOf(householdId);
    return parts !== undefined && partOfScope[scope].some((part) => parts.has(part));
  };
