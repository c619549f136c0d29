import { openPlatform, whyNotOpened, type Platform } from '@perspectief/assembly';
import type { MasterKeys } from '@perspectief/privacy';
import { Ending, exitCodes } from '../exit.js';
import { chooseDatabase, type DatabaseChoice } from './database.js';
import { interruptible } from './interruption.js';
import { ScopedClock } from './scoped-clock.js';

export interface Opened {
  readonly platform: Platform;
  readonly clock: ScopedClock;
  readonly signal: AbortSignal;
  readonly keys: MasterKeys;
}

/** What the wire or the server says, but never an address: it may hold a password. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown error';
  const { code } = error as { code?: unknown };
  const said = error.message.includes('://') ? '' : error.message;
  return [said, typeof code === 'string' && !said.includes(code) ? code : ''].filter(Boolean).join(', ') || error.name;
};

const reachable = <T>(opening: Promise<T>): Promise<T> =>
  opening.catch((error: unknown) => {
    if (process.env['PERSPECTIEF_DEBUG']) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    throw new Ending(exitCodes.database, `The database cannot be opened: ${whyNotOpened(error) ?? reasonOf(error)}`);
  });

/** Opens the chosen database and everything on it, and closes both again whatever happens. */
export const withPlatform = <T>(choice: DatabaseChoice & { readonly mending?: boolean }, work: (opened: Opened) => Promise<T>): Promise<T> =>
  interruptible(async (signal) => {
    const database = await reachable(chooseDatabase(choice));
    try {
      signal.throwIfAborted();
      const clock = new ScopedClock();
      const platform = await reachable(openPlatform({ databaseUrl: database.url, eventStoreUrl: database.eventStoreUrl, keys: database.keys, clock, mending: choice.mending ?? false }));
      return await work({ platform, clock, signal, keys: database.keys }).finally(() => platform.close());
    } finally {
      await database.close();
    }
  });
