import { ENVIRONMENT } from '@perspectief/privacy';
import { giveUp } from './give-up.js';

/** Errors of ours whose words were written for whoever keeps the platform running. */
const OURS = new Set(['BadMasterKeys', 'CheckpointOutsideLog', 'UnfinishedRestore', 'DatabaseFailure']);

const BY_NAME: Readonly<Record<string, string>> = {
  UnknownMasterKey: `this database was written with another master key than ${ENVIRONMENT} holds. Put the old ones before the new one`,
  CorruptSeal: `a key of this database does not open with the master key of that name: ${ENVIRONMENT} holds another one, or the database was changed`,
  Unavailable: 'the event store of EVENT_STORE_URL does not answer',
};

/** By the code of the system or of PostgreSQL (appendix A of its manual). Its own words may hold an address or a login. */
const BY_CODE: readonly (readonly [RegExp, string])[] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'the host of DATABASE_URL is not known here'],
  [/^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|57P0[123]|53300)$/, 'the database of DATABASE_URL does not answer, or takes nobody more'],
  [/^28/, 'the database of DATABASE_URL does not know this login or its password'],
  [/^3D000$/, 'the server of DATABASE_URL has no database of that name'],
  [/^42501$/, 'the login of DATABASE_URL does not own this database: it may not make its tables'],
  [/^EADDRINUSE$/, 'something else listens at this port already, perhaps another Perspectief. Stop it, or give another port: --port or PORT'],
  [/^ERR_INVALID_URL$/, 'DATABASE_URL wants an address such as postgresql://login:password@host:5432/name'],
];

interface Told {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  /** Of an `AggregateError`: a host with several addresses. */
  readonly errors?: readonly Told[];
}

/** What whoever started a service can mend when it does not open. Undefined for anything else: that is a fault of the program. */
export const whyNotOpened = (error: unknown): string | undefined => {
  const { name, code, message, errors }: Told = typeof error === 'object' && error !== null ? error : {};
  if (OURS.has(String(name))) return String(message);
  const said = String(errors?.[0]?.code ?? code);
  return BY_NAME[String(name)] ?? BY_CODE.find(([pattern]) => pattern.test(said))?.[1];
};

/** What opens, or an end with the sentence why it does not. A fault of the program is thrown on. */
export const openedOrGiveUp = <T>(opening: Promise<T>): Promise<T> =>
  opening.catch((error: unknown) => {
    const why = whyNotOpened(error);
    if (why === undefined) throw error;
    return giveUp(`Perspectief could not start: ${why}.`);
  });
