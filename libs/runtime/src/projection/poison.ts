import { Unavailable } from '@perspectief/event-store';

/**
 * SQLSTATE classes that say nothing of an event: connection, resources, operator, system; a lost race; locks and time limits; and
 * statements that do not fit the tables, which no event does.
 */
const NOT_OF_AN_EVENT = /^(08|53|57|58|40|25|55|42)/;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const OF_THE_WIRE = new Set(['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError', 'CheckpointMoved', 'NewerProjection']);
const BROKEN_WIRE = /connection (terminated|ended|closed)|terminating connection|not queryable|timeout exceeded|pool after calling end/i;

const codeOf = (error: Error): string | undefined => {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : undefined;
};

/**
 * Whether an event itself is what its projection stumbled over: then it stumbles again, however long it waits. Doubt is no: what
 * passes is worth waiting for, and parking would hide it.
 */
export const isPoison = (error: unknown): boolean => {
  if (!(error instanceof Error)) return true;
  if (error instanceof Unavailable || OF_THE_WIRE.has(error.name)) return false;
  const code = codeOf(error);
  if (code === undefined) return !BROKEN_WIRE.test(error.message);
  return SQLSTATE.test(code) && !NOT_OF_AN_EVENT.test(code);
};

/** What may be told of an error: its name, and the code of the server. Its words may be personal. */
export const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const code = codeOf(error);
  return code !== undefined && SQLSTATE.test(code) ? `${error.name} ${code}` : error.name;
};
