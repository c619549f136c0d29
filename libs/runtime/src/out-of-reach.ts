/**
 * SQLSTATE classes of trouble that passes: connection, resources (a full disk), operator, system; a lost race, a lock, time limits, and
 * a server that is not, or no longer, the one that writes.
 */
const PASSES = /^(08|53|57|58|40|25006|25P0|55P03)/;
const WIRE = /^E[A-Z]+$/;
const BROKEN_WIRE = /connection (terminated|ended|closed)|terminating connection|not queryable|timeout exceeded|pool after calling end/i;
/** What the driver of the read models says between two connections. */
const BETWEEN = new Set(['ConnectionNotFoundError', 'QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError']);

/** Whether a server did not do what it was asked for a reason that passes, whoever asked it and with which driver. */
export const isOutOfReach = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  if (typeof code === 'string') return PASSES.test(code) || WIRE.test(code);
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isOutOfReach);
  return BETWEEN.has(error.name) || BROKEN_WIRE.test(error.message);
};
