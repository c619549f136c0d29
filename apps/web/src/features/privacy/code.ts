/** A file under a short number: the officer works without names. */
export const codeOf = (householdId: string): string => householdId.replaceAll('-', '').slice(-6).toUpperCase();
