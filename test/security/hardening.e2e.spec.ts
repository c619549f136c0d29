import { connect } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestOf, operationId } from '@perspectief/casework';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { runningService, type RunningService } from '../api/running-service.js';

const CANARY = 'kanariepietje';
const QUESTION = '{ worklist(tab: "all") { __typename } }';

const folder = mkdtempSync(join(tmpdir(), 'perspectief-hardening-'));
const manifest = join(folder, 'operations.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('headers', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService({ production: true });
  }, 60_000);
  afterAll(() => service?.close());

  test.each(['/graphql', '/health/live', '/no-such-page', '/auth/session'])('%s says what a browser may do with it', async (path) => {
    const { headers } = await service.http.get(path).set('host', '127.0.0.1');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(/script-src [^;]*/.exec(policy)?.[0]).toBe("script-src 'self'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  test('no other site is let in, and none is told which may', async () => {
    for (const origin of ['http://127.0.0.1', 'https://evil.example']) {
      const answer = await service.http.options('/graphql').set('host', '127.0.0.1').set('origin', origin).set('access-control-request-method', 'POST');
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test('questions in an address are refused, for addresses are kept', async () => {
    const answer = await service.http.get('/graphql').query({ query: QUESTION }).set('host', '127.0.0.1');
    expect(answer.status).toBe(405);
    expect(answer.body).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
  });

  test('several questions in one request are refused', async () => {
    const authorization = await service.bearer('coach-1');
    const answer = await service.http.post('/graphql').set('host', '127.0.0.1').set('authorization', authorization).send([{ query: QUESTION }, { query: QUESTION }] as never);
    expect(answer.status).toBe(400);
  });

  test.each([
    ['an address', () => service.http.get(`/${CANARY}?${CANARY}=${CANARY}`)],
    ['an address that cannot be read', () => service.http.get(`/%ff${CANARY}`)],
    ['a method', () => service.http.delete(`/health/live/${CANARY}`)],
    ['half a body', () => service.http.post('/graphql').set('content-type', 'application/json').send(`{"query": "${CANARY}`)],
    ['a type of body', () => service.http.post('/graphql').set('content-type', `text/${CANARY}`).send(CANARY)],
    ['a cookie and a header', () => service.http.get('/auth/session').set('cookie', `perspectief=${CANARY}`).set(`x-${CANARY}`, CANARY)],
    ['a token', () => service.http.post('/graphql').set('authorization', `Bearer ${CANARY}`).send({ query: QUESTION })],
    ['a return address', () => service.http.get(`/auth/callback?code=${CANARY}&state=${CANARY}`)],
    ['a name of a budget', () => service.http.get(`/budgets/${CANARY}/ledger.csv?format=${CANARY}`)],
  ])('%s is not repeated in an error', async (_, asked) => {
    const answer = await asked().set('host', '127.0.0.1');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text.toLowerCase()).not.toContain(CANARY);
    expect(answer.text).not.toMatch(/node_modules|\bat .*\.(ts|js):\d/);
    expect(JSON.stringify(answer.headers).toLowerCase()).not.toContain(CANARY);
  });

  test.each([['application/graphql', QUESTION], ['text/plain', JSON.stringify({ query: QUESTION })], ['application/x-www-form-urlencoded', `query=${encodeURIComponent(QUESTION)}`]])('a question as %s is none', async (type, body) => {
    const answer = await service.http.post('/graphql').set('host', '127.0.0.1').set('authorization', await service.bearer('coach-1')).set('content-type', type).send(body);
    expect([answer.status, answer.body]).toMatchObject([415, { code: 'BAD_REQUEST' }]);
  });

  const asked = async (address: string, ...lines: readonly string[]): Promise<string> => {
    await service.app.listen(0, '127.0.0.1').catch(() => undefined);
    const body = JSON.stringify({ query: QUESTION });
    const head = [`POST ${address} HTTP/1.1`, 'host: 127.0.0.1', `authorization: ${await service.bearer('coach-1')}`, 'content-type: application/json', `content-length: ${body.length}`, 'connection: close', ...lines];
    const socket = connect(Number(new URL(await service.app.getUrl()).port), '127.0.0.1');
    socket.write([...head, '', body].join('\r\n'));
    return String(Buffer.concat(await socket.toArray())).slice(0, 'HTTP/1.1 400'.length);
  };

  test.each(['host: evil.example', 'authorization: Bearer x', 'content-type: text/plain', 'origin: http://evil.example', 'sec-fetch-site: cross-site'])('a request that also says %s is not read', async (line) => {
    expect(await asked('/graphql', 'origin: http://127.0.0.1', 'sec-fetch-site: same-origin', line)).toBe('HTTP/1.1 400');
  });

  // The limits of this file look at the address as it was written; the router takes all of these for /graphql.
  test.each(['/%67raphql', 'http://127.0.0.1/graphql', '/graphql#x'])('the address %s, which leads past what is asked of /graphql, is not read', async (address) => {
    expect([await asked('/graphql'), await asked(address)]).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
  });

  test('a socket that is asked for there is not left open', async () => {
    expect(await asked('/%67raphql', 'upgrade: websocket', 'connection: upgrade')).toBe('HTTP/1.1 400');
  });

  test('of nobody nothing is parsed', async () => {
    const answer = await service.http.post('/graphql').set('host', '127.0.0.1').send({ query: '{ worklist(tab: ' });
    expect([answer.status, answer.body]).toMatchObject([401, { errors: [{ extensions: { code: 'NOT_SIGNED_IN' } }] }]);
  });

  test.each([
    ['the name of an operation', { query: `query A ${QUESTION}`, operationName: CANARY }],
    ['a variable', { query: 'query ($id: ID!) { trajectory(id: $id) { __typename ... on InvalidInput { field } } }', variables: { id: CANARY } }],
    ['a variable of the wrong kind', { query: 'query ($n: Int!) { worklist(tab: "all", first: $n) { __typename } }', variables: { n: CANARY } }],
    ['a literal', { query: `{ worklist(tab: "${CANARY}") { __typename ... on InvalidInput { field } } }` }],
    ['a broken document', { query: `{ worklist(tab: "${CANARY}` }],
  ])('%s is not repeated in an answer', async (_, body) => {
    const authorization = await service.bearer('coach-1');
    const answer = await service.http.post('/graphql').set('host', '127.0.0.1').set('authorization', authorization).send(body);
    expect(answer.text).not.toContain(CANARY);
  });
});

describe('over https', () => {
  test('browsers are told to come by https alone', async () => {
    const service = await runningService({ production: true });
    const { headers: plain } = await service.http.get('/health/live').set('host', '127.0.0.1');
    expect(plain).not.toHaveProperty('strict-transport-security');
    await service.close();
    const secure = await runningService({ production: true, publicUrl: 'https://perspectief.example' });
    const { headers } = await secure.http.get('/health/live').set('host', 'perspectief.example');
    expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/);
    await secure.close();
  }, 60_000);
});

describe('limits per person', () => {
  const statusOf = async (service: RunningService, person: string): Promise<number> => (await service.ask(QUESTION, {}, person)).status;

  test('who asks too much waits, nobody else does, and it stands in the reader log', async () => {
    const service = await runningService({ service: { rateLimits: { perPerson: 5 } } });
    for (let n = 0; n < 5; n += 1) expect(await statusOf(service, 'coach-1')).toBe(200);
    const refused = await service.http.post('/graphql').set('host', '127.0.0.1').set('authorization', await service.bearer('coach-1')).send({ query: QUESTION });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_REQUESTS', sentence: { nl: expect.any(String) as string } } }] });
    expect(await statusOf(service, 'expert-1')).toBe(200);
    const [row] = (await service.platform.database.query(`select count(*)::int as n from access.reader_log where what = 'too-many-requests' and person_id = 'coach-1'`)) as { n: number }[];
    expect(row).toEqual({ n: 1 });
    await service.close();
  }, 60_000);

  test('a person of many refused tries is stopped, whatever is asked next', async () => {
    const service = await runningService({ service: { rateLimits: { denied: 3 } } });
    for (let n = 0; n < 3; n += 1)
      await service.platform.readerLog.record({ person: { id: 'coach-1', role: 'neighbourhood-coach' }, action: 'denied', what: 'trajectory', householdIds: [], purpose: 'support' });
    expect(await statusOf(service, 'coach-1')).toBe(429);
    expect(await statusOf(service, 'expert-1')).toBe(200);
    await service.close();
  }, 60_000);

  test('tokens that are no good are not tried for ever from one address', async () => {
    const service = await runningService({ service: { rateLimits: { denied: 3 } } });
    const attempt = () => service.http.post('/graphql').set('host', '127.0.0.1').set('authorization', 'Bearer no.good.token').send({ query: QUESTION });
    const statuses = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await attempt()).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    await service.close();
  }, 60_000);

  test('signing in has a limit of its own', async () => {
    const service = await runningService({ service: { rateLimits: { signIn: 2 } } });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await service.http.get('/auth/session').set('host', '127.0.0.1')).status);
    expect(statuses).toEqual([401, 401, 429]);
    await service.close();
  }, 60_000);
});

describe('when only listed operations are answered', () => {
  let service: RunningService;
  beforeAll(async () => {
    writeFileSync(manifest, JSON.stringify(manifestOf([QUESTION, 'subscription { worklistChanged { position } }'])));
    service = await runningService({ production: true, service: { persistedOnly: manifest } });
  }, 60_000);
  afterAll(() => service?.close());

  const send = async (body: object) =>
    service.http.post('/graphql').set('host', '127.0.0.1').set('authorization', await service.bearer('coach-1')).send(body);

  test('by its text, in any spelling, and by its id', async () => {
    for (const body of [
      { query: QUESTION },
      { query: '{\n  worklist(tab: "all") {\n    __typename\n  }\n}' },
      { extensions: { persistedQuery: { version: 1, sha256Hash: operationId(QUESTION) } } },
    ])
      expect((await send(body)).body).toMatchObject({ data: { worklist: { __typename: expect.any(String) as string } } });
  });

  test.each([
    ['another question', { query: '{ worklist(tab: "mine") { __typename } }' }],
    ['the same with one field more', { query: '{ worklist(tab: "all") { __typename ... on InvalidInput { code } } }' }],
    ['an unknown id', { extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } }],
    ['an id that every object has', { extensions: { persistedQuery: { version: 1, sha256Hash: 'constructor' } } }],
    ['nothing', {}],
  ])('%s is refused', async (_, body) => {
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toHaveProperty('data.worklist');
  });

  test('nor is another listened to over a socket', async () => {
    await service.app.listen(0, '127.0.0.1');
    const client = createClient({ url: `${(await service.app.getUrl()).replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, connectionParams: { authorization: await service.bearer('coach-1') } });
    const told: unknown[] = [];
    const refused = (query: string) => new Promise((resolve) => client.subscribe({ query }, { next: () => undefined, error: resolve, complete: () => resolve('over') }));
    void refused('subscription { worklistChanged { position } }').then((answer) => told.push(answer));
    expect(JSON.stringify(await refused('subscription { approvalQueueChanged { position } }'))).toContain('BAD_USER_INPUT');
    expect(told).toEqual([]);
    await client.dispose();
  });
});
