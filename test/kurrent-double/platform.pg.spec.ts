import { join } from 'node:path';
import { openPlatform, type Platform } from '@perspectief/assembly';
import { readStory, runStory, ScopedClock } from '@perspectief/cli';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { throwAwayKeys } from '@perspectief/privacy';
import { KurrentDouble } from './double.js';

const STORIES = join(import.meta.dirname, '../stories');
const clock = new ScopedClock();
let [double, database, platform]: [KurrentDouble | undefined, ThrowAwayDatabase | undefined, Platform | undefined] = [undefined, undefined, undefined];

beforeAll(async () => {
  [double, database] = [await KurrentDouble.start(), await throwAwayDatabase()];
  platform = await openPlatform({ databaseUrl: database.url, eventStoreUrl: `${double.url}#city`, keys: throwAwayKeys(), clock });
}, 60_000);
afterAll(async () => {
  await platform?.close();
  await double?.stop();
  await database?.drop();
}, 60_000);

test('a story comes out the same with its log on the protocol double, the wire cut in the middle, and again changes nothing', async () => {
  const open = platform as Platform;
  const story = await readStory(join(STORIES, 'BEI-003-freeze-denied.json'));
  const cutting = { onStep: (done: number): void => { if (done === 3) double?.cut(); } };
  const report = await runStory(open, clock, story, cutting);
  expect(report.steps.filter(({ ok }) => !ok)).toEqual([]);
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
  const head = await open.store.head();
  expect(await runStory(open, clock, story)).toMatchObject({ ok: true });
  expect(await open.store.head()).toBe(head);
  await open.projections.catchUp();
  expect((await open.projections.status()).every(({ behind }) => behind === 0)).toBe(true);
  const [row] = (await open.database.query('select count(*)::int as events from log.events')) as { events: number }[];
  expect(row?.events).toBe(0);
}, 120_000);

test('an address that is none is told before anything is opened', async () => {
  await expect(openPlatform({ databaseUrl: database?.url ?? '', eventStoreUrl: 'http://elsewhere', keys: throwAwayKeys() })).rejects.toThrow(/EVENT_STORE_URL/);
});
