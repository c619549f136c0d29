/** Words before a Dutch family name that do not count when names are put in order, and the word that a file begins with. */
const BEFORE = /^(?:(?:gezin|familie|huishouden|de|den|der|het|'t|te|ten|ter|van|von|in|op|aan|bij)\s+)+/i;

const order = new Intl.Collator('nl', { sensitivity: 'base', numeric: true });

/** Puts households in the order of a Dutch telephone book: Gezin van der Veen under V of Veen. Without a name they come last. */
export const byName = (one: { readonly name: string | null }, other: { readonly name: string | null }): number => {
  if (one.name === null || other.name === null) return Number(one.name === null) - Number(other.name === null);
  return order.compare(one.name.replace(BEFORE, ''), other.name.replace(BEFORE, '')) || order.compare(one.name, other.name);
};
