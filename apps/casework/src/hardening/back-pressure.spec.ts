import fastify from 'fastify';
import { Meters } from '@perspectief/assembly';
import { refuseWhenFull } from './back-pressure.js';
import { meterRequests } from './request-meter.js';

const NOBODY = { waitingLooks: 0 } as never;

const service = async (meters: Meters, bounds = { commands: 2, looks: 10 }, readerLog = NOBODY) => {
  const server = fastify();
  meterRequests(server, meters);
  refuseWhenFull(server, { meters, readerLog }, bounds);
  server.get('/health/live', async () => ({ status: 'live' }));
  server.get('/budgets/:id/ledger.csv', async () => 'a;b');
  server.post('/graphql', async () => ({ data: {} }));
  await server.ready();
  return server;
};

const never = (): Promise<void> => new Promise(() => undefined);

test('as long as there is room, requests pass', async () => {
  const meters = new Meters();
  void meters.timeCommand(never);
  const answer = await (await service(meters)).inject({ method: 'POST', url: '/graphql' });
  expect(answer.statusCode).toBe(200);
});

test('with as many commands on their way as there may be, work is refused with Retry-After and both languages; health is not', async () => {
  const meters = new Meters();
  void meters.timeCommand(never);
  void meters.timeCommand(never);
  const server = await service(meters);
  const refused = await server.inject({ method: 'POST', url: '/graphql' });
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '2']);
  expect(refused.json()).toMatchObject({ data: null, errors: [{ extensions: { code: 'BUSY', sentence: { nl: expect.any(String), en: expect.any(String) } } }] });
  expect((await server.inject({ url: '/budgets/1/ledger.csv' })).json()).toMatchObject({ code: 'BUSY' });
  expect((await server.inject({ url: '/health/live' })).statusCode).toBe(200);
});

test('a reader log that cannot keep up refuses work too', async () => {
  const answer = await (await service(new Meters(), undefined, { waitingLooks: 10 } as never)).inject({ method: 'POST', url: '/graphql' });
  expect(answer.statusCode).toBe(503);
});

test('when a command ends, its place is free', async () => {
  const meters = new Meters();
  const server = await service(meters, { commands: 1, looks: 10 });
  await meters.timeCommand(async () => expect((await server.inject({ method: 'POST', url: '/graphql' })).statusCode).toBe(503));
  expect((await server.inject({ method: 'POST', url: '/graphql' })).statusCode).toBe(200);
});

test('requests are counted by their route and status, without what was in their address', async () => {
  const meters = new Meters();
  const server = await service(meters);
  await server.inject({ url: '/budgets/3f0c7a52-0000-4000-8000-000000000001/ledger.csv?name=Jansen' });
  await server.inject({ url: '/nothing/Jansen' });
  const text = await meters.registry.metrics();
  expect(text).toContain('perspectief_http_seconds_count{method="GET",route="/budgets/:id/ledger.csv",status="200"} 1');
  expect(text).toContain('perspectief_http_seconds_count{method="GET",route="none",status="404"} 1');
  expect(text).not.toMatch(/Jansen|3f0c7a52/);
});
