import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { keysOfEnvironment } from '@perspectief/privacy';
import { openPlatform } from './platform.js';
import { whyNotOpened } from './why-not-opened.js';

const keyNamed = (id: string, fill: number) => keysOfEnvironment({ PERSPECTIEF_MASTER_KEYS: `${id}:${Buffer.alloc(32, fill).toString('base64')}` });

let database: ThrowAwayDatabase;
beforeAll(async () => {
  database = await throwAwayDatabase();
  await (await openPlatform({ databaseUrl: database.url, keys: keyNamed('first', 1), poolSize: 2 })).close();
}, 60_000);
afterAll(() => database.drop());

const elsewhere = (change: (url: URL) => void): string => {
  const url = new URL(database.url);
  change(url);
  return url.href;
};

test.each([
  ['nobody listens', () => elsewhere((url) => (url.port = '1')), keyNamed('first', 1), /does not answer/],
  ['no such host', () => 'postgresql://somebody@nowhere.invalid/perspectief', keyNamed('first', 1), /host of DATABASE_URL is not known/],
  ['no such database', () => elsewhere((url) => (url.pathname = '/not_there')), keyNamed('first', 1), /no database of that name/],
  ['a master key with another name', () => database.url, keyNamed('second', 1), /Put the old ones before the new one/],
  ['another master key with this name', () => database.url, keyNamed('first', 2), /does not open with the master key of that name/],
])('%s: a sentence, and neither address nor login nor key', async (_what, url, keys, sentence) => {
  const failed: unknown = await openPlatform({ databaseUrl: url(), keys, poolSize: 2 }).then(
    () => undefined,
    (error: unknown) => error,
  );
  const why = whyNotOpened(failed);
  expect(why).toMatch(sentence);
  expect(why).not.toMatch(/127\.0\.0\.1|nowhere|somebody|not_there/);
});

test('a fault of the program is not explained away', () => {
  expect(whyNotOpened(new TypeError('nothing of this is a function'))).toBeUndefined();
});
