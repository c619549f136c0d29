import type { EventStore } from '../event-store.js';
import { appending } from './appending.contract.js';
import { commands } from './commands.contract.js';
import { envelope } from './envelope.contract.js';
import { inTurn } from './in-turn.contract.js';
import { parallel } from './parallel.contract.js';
import { readingAll } from './reading-all.contract.js';
import { readingStreams } from './reading-streams.contract.js';
import { subscribing } from './subscribing.contract.js';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Called after `close`, for what stands under the store. */
  dispose?(): Promise<void>;
}

/** The log of one suite: the sentences share it, each in streams of its own, as they would in the real one. */
export type Given = () => EventStore;

/** What is an event store is what passes this. */
export const eventStoreContract = (name: string, makeStore: () => Promise<StoreUnderTest>): void => {
  describe(`event store contract: ${name}`, () => {
    let under: StoreUnderTest;
    const given: Given = () => under.store;

    beforeAll(async () => { under = await makeStore(); }, 60_000);
    afterAll(async () => {
      await under.store.close();
      await under.dispose?.();
    }, 60_000);

    test('an empty log has no head, and nothing to read', async () => {
      expect(await given().head()).toBeUndefined();
      expect(await given().readAll({ limit: 10 })).toEqual([]);
      expect(await given().readStream('trajectory-unknown')).toEqual([]);
    });

    for (const chapter of [appending, commands, inTurn, envelope, parallel, readingStreams, readingAll, subscribing]) chapter(given);
  });
};
