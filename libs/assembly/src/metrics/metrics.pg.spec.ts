import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { deriveId } from '@perspectief/kernel';
import { throwAwayKeys } from '@perspectief/privacy';
import { openPlatform, type Platform } from '../platform.js';
import { metricsPlace, metricsText, serveMetrics } from './serve-metrics.js';

const actor = { id: 'coach-1', role: 'neighbourhood-coach' };
const householdId = deriveId('metered');
const register = {
  type: 'RegisterHousehold',
  data: { householdId, municipality: 'groningen', area: 'beijum', name: 'Zkanarie', address: 'Canarystraat 1' },
  commandId: deriveId('metered', 1),
  actor,
};
let database: ThrowAwayDatabase;
let platform: Platform;

beforeAll(async () => {
  database = await throwAwayDatabase();
  platform = await openPlatform({ databaseUrl: database.url, keys: throwAwayKeys(), poolSize: 4 });
}, 60_000);
afterAll(async () => {
  await platform.close();
  await database.drop();
});

test('figures tell of commands, appends and readers, and of nobody', async () => {
  await platform.path.handle(register);
  await platform.path.handle(register);
  await platform.path.handle({ ...register, type: 'Zkanarie', commandId: deriveId('metered', 2) });
  await platform.path.handle({ ...register, data: {}, commandId: deriveId('metered', 3) });
  await platform.projections.catchUp();
  const text = await metricsText(platform);
  expect(text).toContain('perspectief_commands_total{type="RegisterHousehold",outcome="accepted"} 1');
  expect(text).toContain('perspectief_commands_total{type="RegisterHousehold",outcome="repeated"} 1');
  expect(text).toContain('perspectief_commands_total{type="RegisterHousehold",outcome="INVALID_INPUT"} 1');
  expect(text).toContain('perspectief_commands_total{type="unknown",outcome="UNKNOWN_COMMAND"} 1');
  expect(text).toMatch(/perspectief_append_seconds_count [12]\b/);
  expect(text).toContain('perspectief_reader_behind_events{reader="household",partition="0"} 0');
  expect(text).toMatch(/perspectief_reader_age_seconds\{reader="trajectory",partition="0"\} \d/);
  expect(text).toContain('perspectief_reactions_waiting 0');
  expect(text).toContain('perspectief_pool_connections{state="waiting"} 0');
  expect(text).not.toMatch(/Zkanarie|Canarystraat|coach-1|groningen|[0-9a-f]{8}-[0-9a-f]{4}/);
});

test('they are served on a port of their own, and nothing else is', async () => {
  const served = await serveMetrics(platform, { host: '127.0.0.1', port: 0 });
  try {
    const answer = await fetch(served.url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
    expect(await answer.text()).toContain('nodejs_eventloop_lag_p99_seconds');
    expect((await fetch(new URL('/graphql', served.url))).status).toBe(404);
  } finally {
    await served.close();
  }
});

test('nobody may ask unless a port is named, and then this machine alone', () => {
  expect(metricsPlace({})).toBeUndefined();
  expect(metricsPlace({ METRICS_PORT: '9464' })).toEqual({ host: '127.0.0.1', port: 9464 });
  expect(() => metricsPlace({ METRICS_PORT: 'x' })).toThrow('METRICS_PORT');
});
