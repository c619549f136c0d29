import { setTimeout as pause } from 'node:timers/promises';
import { BACKWARDS, END, EventStoreDBClient } from '@eventstore/db-client';
import { readAddress } from '@perspectief/event-store-kurrent';

/** Milliseconds: a container that was started a moment ago is not ready at once. */
const PATIENCE = 30_000;

export interface ServerUnderTest {
  /** Without the name of a log: a run takes one of its own. */
  readonly url: string;
  /** Where it is and what it says that it is; nobody's name, no password. A double is never called a server. */
  readonly title: string;
}

const inTime = async <T>(work: Promise<T>, milliseconds: number): Promise<T> => {
  const late = new AbortController();
  const silence = pause(milliseconds, undefined, { signal: late.signal }).then(() => { throw new Error('it is silent'); });
  return Promise.race([work, silence]).finally(() => late.abort());
};

/** Its version, once it answers a read of all as its leader. */
const versionOf = async (client: EventStoreDBClient): Promise<string> => {
  const last = [];
  for await (const { event } of client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1, requiresLeader: true })) last.push(event);
  if (last.length === 0) throw new Error('it is empty, even of events of its own');
  const { capabilities } = client as unknown as { readonly capabilities: Promise<{ readonly serverVersion: string }> };
  return (await capabilities).serverVersion;
};

/** The server of that address, once it answers. Throws one sentence that says why not. */
export const serverAt = async (given: string): Promise<ServerUnderTest> => {
  const { connection } = readAddress(given, false);
  const hosts = connection.replace(/^[^/]*\/\//, '').replace(/^[^@/?]*@/, '').replace(/[/?].*$/, '');
  const client = EventStoreDBClient.connectionString(connection);
  const until = Date.now() + PATIENCE;
  try {
    for (;;) {
      try {
        const version = await inTime(versionOf(client), 10_000);
        return { url: connection, title: version === 'double' ? `the protocol double, a process at ${hosts}` : `the server at ${hosts}, which says that it is version ${version}` };
      } catch (error) {
        if (Date.now() > until || /access denied|unauthenticated/i.test(String(error))) {
          throw new Error(`The event store at ${hosts} (EVENT_STORE_TEST_URL) does not answer: ${error instanceof Error ? error.message : String(error)}`);
        }
        await pause(500);
      }
    }
  } finally {
    await inTime(client.dispose(), 2_000).catch(() => undefined);
  }
};
