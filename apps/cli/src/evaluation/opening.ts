import { allEvents, complain, openLog, openReadDatabase } from '@perspectief/assembly';
import { Directory, type Person, type Role } from '@perspectief/directory';
import { Studies } from '@perspectief/evaluation-records';
import { prepareEvaluation } from '@perspectief/evaluation-register';
import type { EventStore } from '@perspectief/event-store';
import { isUuid, type Recorded, type Uuid } from '@perspectief/kernel';
import { codecOf } from '@perspectief/runtime';
import { Ending, exitCodes } from '../exit.js';
import { databaseWithoutKeys } from '../opening/database.js';
import { interruptible } from '../opening/interruption.js';
import { sealFor } from './seal.js';

/** The log, the directory and the studies; no key, and so nothing personal. */
export interface Evaluation {
  readonly store: EventStore;
  readonly directory: Directory;
  readonly studies: Studies;
  /** As the owner of the database. */
  readonly databaseUrl: string;
  /** Every event from the beginning, sealed as it is. */
  log(): AsyncGenerator<readonly Recorded[]>;
}

const BATCH = 2_000;

const wholeLog = (store: EventStore, signal: AbortSignal): (() => AsyncGenerator<readonly Recorded[]>) => {
  const codec = codecOf(allEvents);
  return async function* () {
    let after: string | undefined;
    for (;;) {
      signal.throwIfAborted();
      const events = await store.readAll({ after, limit: BATCH });
      if (events.length === 0) return;
      after = events.at(-1)?.position;
      yield events.map((event) => codec.lift(event));
    }
  };
};

const reachable = <T>(opening: Promise<T>): Promise<T> =>
  opening.catch((error: unknown) => {
    throw error instanceof Ending ? error : new Ending(exitCodes.database, 'The database cannot be opened.');
  });

export const withEvaluation = <T>(data: string | undefined, work: (evaluation: Evaluation) => Promise<T>): Promise<T> =>
  interruptible(async (signal) => {
    const { url, eventStoreUrl, close } = await reachable(databaseWithoutKeys(data));
    const opened: (() => Promise<unknown>)[] = [close];
    try {
      const store = await reachable(openLog({ databaseUrl: url, eventStoreUrl, poolSize: 2, complain }));
      opened.unshift(() => store.close());
      const read = await reachable(openReadDatabase(url, 2));
      opened.unshift(() => read.destroy());
      const own = await reachable(prepareEvaluation(url));
      opened.unshift(() => own.destroy());
      return await work({ store, directory: new Directory(read), studies: new Studies(own, await sealFor(data)), databaseUrl: url, log: wholeLog(store, signal) });
    } finally {
      for (const shut of opened) await shut();
    }
  });

/** The person of the directory in whose name this is done, in one of the roles that may. */
export const personAs = async ({ directory }: Evaluation, id: string, roles: readonly Role[]): Promise<Person> => {
  const [person] = await directory.find([id]);
  if (!person || person.active === false) throw new Ending(exitCodes.no, 'Nobody is known by that id.');
  if (!roles.includes(person.role)) throw new Ending(exitCodes.no, `That is for ${roles.join(' or ')}.`);
  return person;
};

export const uuidOf = (text: string): Uuid => {
  const id = text.toLowerCase();
  if (!isUuid(id)) throw new Ending(exitCodes.usage, 'An id is a UUID.');
  return id;
};

interface Sentences {
  readonly [code: string]: { readonly en: string } | undefined;
}

/** Ends with the sentence of a refusal. */
export const refusedWith = ({ code, field }: { readonly code: string; readonly field?: string }, sentences: Sentences): Ending =>
  new Ending(exitCodes.no, `${sentences[code]?.en ?? 'That cannot be done now.'} (${code}${field === undefined ? '' : `, ${field}`})`);
