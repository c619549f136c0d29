import { CommandReused, Conflict, Corrupt, Unavailable, Unstorable, type AppendRequest } from '@perspectief/event-store';

interface ServerError extends Error {
  readonly code?: string;
  readonly constraint?: string;
  readonly detail?: string;
}

/** Classes 08 (connection), 53 (resources), 57 (operator, cancel), 58 (system); a lost race or deadlock that is not ours; idle too long; a standby. */
const FOR_NOW = /^(08|53|57|58|40|25006|25P03|55P03)/;
const WIRE = /^E[A-Z]+$/;
const DRIVER = /connection|timeout|not queryable|pool after calling end/i;

const isUnstorable = ({ code, message }: ServerError): boolean => code === '22021' || code === '22P05' || (code === '22P02' && message.includes('json'));

const isUnavailable = ({ code, message }: ServerError): boolean =>
  code === undefined ? DRIVER.test(message) : FOR_NOW.test(code) || WIRE.test(code);

/** The words of the port for what the server said; what has no word stays as it is. */
export const translated = (error: unknown, commandId = ''): Error => {
  const said = error as ServerError;
  if (said.code === '23P01' && said.constraint === 'log_command_reused') return new CommandReused(commandId);
  if (said.code === 'XX001') return new Corrupt(said.message);
  if (said.code === '23505' && said.constraint === 'events_id_key') return new Corrupt('the id of an event is in use');
  if (isUnstorable(said)) return new Unstorable(error);
  if (isUnavailable(said)) return new Unavailable(error);
  return error instanceof Error ? error : new Error(said.message, { cause: error });
};

const seenGrown = ([stream, seen, actual]: [string, number, number]): Conflict => new Conflict(stream, seen, actual);

export const translatedAppend = (error: unknown, request: AppendRequest): Error => {
  const { code, constraint, detail } = error as ServerError;
  if (code === '40001' && constraint === 'log_expected_version') return new Conflict(request.stream, request.expected, Number(detail));
  if (code === '40001' && constraint === 'log_seen_version') return seenGrown(JSON.parse(detail ?? '[]') as [string, number, number]);
  return translated(error, request.command.id);
};

/** Somebody wrote this stream without its lock: the second wall stood, and only a look tells the version. */
export const isVersionTaken = (error: unknown): boolean =>
  (error as ServerError).code === '23505' && (error as ServerError).constraint === 'events_stream_stream_version_key';
