import { openPlatform, type Platform } from '@perspectief/assembly';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { throwAwayKeys } from '@perspectief/privacy';
import { ScopedClock } from '../opening/scoped-clock.js';
import { pageText } from '../trajectory/page.js';
import { householdOf } from './household.js';
import { loadCaseload } from './load.js';

const TODAY = '2026-03-02';
const households = 60;
const seed = 3;
const clock = new ScopedClock();
let database: ThrowAwayDatabase;
let platform: Platform;

beforeAll(async () => {
  database = await throwAwayDatabase();
  platform = await openPlatform({ databaseUrl: database.url, keys: throwAwayKeys(), clock });
}, 60_000);
afterAll(async () => {
  await platform.close();
  await database.drop();
});

test('every command of the caseload is accepted; time lets freezes end and offers lapse; read models are up to date', async () => {
  const figures = await loadCaseload(platform, clock, { households, seed, today: TODAY });
  expect(figures.refused).toEqual([]);
  expect(figures).toMatchObject({ today: TODAY, households, written: figures.commands });
  expect(figures.followed).toBeGreaterThan(0);
  expect((await platform.projections.status()).filter(({ behind }) => behind > 0)).toEqual([]);
}, 120_000);

test('loaded again it writes nothing, also on another day, and grows when more is asked for', async () => {
  const head = await platform.store.head();
  const again = await loadCaseload(platform, clock, { households, seed, today: '2026-03-09' });
  expect(again).toMatchObject({ today: TODAY, written: 0, followed: 0, refused: [] });
  expect(await platform.store.head()).toBe(head);
  const more = await loadCaseload(platform, clock, { households: households + 2, seed });
  expect(more.written).toBe(householdOf(seed, households, TODAY).steps.length + householdOf(seed, households + 1, TODAY).steps.length);
}, 120_000);

test('what the log holds was recorded when it happened, as far as the demo is concerned', async () => {
  const { streams } = householdOf(seed, 0, TODAY);
  const events = await platform.store.readStream(streams[1] as string);
  expect(events.length).toBeGreaterThan(0);
  for (const { happenedOn, recordedAt } of events) expect(recordedAt.slice(0, 10)).toBe(happenedOn.slice(0, 10));
});

test.each(['nl', 'en'] as const)('every trajectory has a page in the terminal (%s)', async (language) => {
  for (let n = 0; n < households; n += 1) {
    const id = (householdOf(seed, n, TODAY).streams[1] as string).slice('trajectory-'.length);
    const view = await platform.pages.trajectory(id, { today: TODAY });
    const timeline = (await platform.pages.timeline(id)) ?? [];
    const text = view ? pageText({ view, timeline, names: {}, language }) : '';
    expect(text).toContain(id);
    expect(text).toContain(language === 'nl' ? 'Laatste gebeurtenissen' : 'Latest events');
  }
});
