import pino from 'pino';

/**
 * The one place from which a service writes to its log: lines of JSON on standard error. What may stand in a line is listed
 * here by name; where a library hands over more, the fields that hold what people sent are taken out.
 */
const log = pino(
  {
    base: null,
    redact: {
      paths: ['message', 'cause', 'url', 'query', 'variables', 'body', 'headers', 'cookie', 'authorization'].flatMap((name) => [name, `*.${name}`]),
      remove: true,
    },
  },
  pino.destination(2),
);

/** Where it went wrong, without the message: what was sent may stand in it. */
const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());

/** One line for whoever keeps the platform running: what, and where, never what was sent. */
export const complain = (what: string, cause: unknown): void => {
  if (cause instanceof Error) log.error({ error: cause.name, at: framesOf(cause) }, what);
  else log.error(what);
};

export interface AnsweredRequest {
  readonly method: string;
  /** As the service declares it, `/budgets/:id/ledger.csv`, and so without what was sent. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}

export const logRequest = ({ method, route, status, milliseconds }: AnsweredRequest): void =>
  log.info({ method, route, status, milliseconds: Math.round(milliseconds) }, 'request');
