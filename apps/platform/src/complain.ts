import pino from 'pino';

const log = pino({ base: null }, pino.destination(2));

/** Where it went wrong, without the message: what was sent may stand in it. */
const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());

/** One line of JSON for whoever keeps the platform running: what, and where, never what was sent. */
export const complain = (what: string, cause: unknown): void => {
  if (cause instanceof Error) log.error({ error: cause.name, at: framesOf(cause) }, what);
  else log.error(what);
};
