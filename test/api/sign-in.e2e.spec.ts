import { on, once } from 'node:events';
import { IDLE, LONGEST, Sessions } from '@perspectief/sign-in';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { runningService, type RunningService } from './running-service.js';

let service: RunningService;
let ahead = 0;
const now = (): number => Date.now() + ahead;
const seconds = (moment = Date.now()): number => Math.floor(moment / 1_000);

beforeAll(async () => {
  service = await runningService({ now });
  const { directory } = service.platform;
  await directory.put({ id: 'left-1', municipality: 'groningen', role: 'neighbourhood-coach', name: 'Coach', active: false });
  await service.app.listen(0, '127.0.0.1');
});
afterAll(() => service.close());
beforeEach(() => {
  ahead = 0;
});

const MINE = '{ worklist(tab: "mine") { __typename } }';
const ask = (headers: Readonly<Record<string, string>>, query = MINE) => service.http.post('/graphql').set({ host: '127.0.0.1', ...headers }).send({ query });
const codeOf = ({ body }: { readonly body: unknown }): unknown => (body as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;
const session = async (id = 'coach-1', roles = ['neighbourhood-coach']): Promise<string> =>
  `perspectief=${await new Sessions(service.platform.database, now).begin(id, roles, 'id-token')}`;
const OWN = { origin: 'http://127.0.0.1' };
const coach = { id: 'coach-1', role: 'neighbourhood-coach' };

describe('a token', () => {
  test.each<[string, () => Promise<string>, number, string]>([
    ['that nobody showed', async () => '', 401, 'NOT_SIGNED_IN'],
    ['for another service', () => service.issuer.tokenFor(coach, { audience: 'elsewhere' }), 401, 'TOKEN_INVALID'],
    ['of another issuer', () => service.issuer.tokenFor(coach, { issuer: 'https://elsewhere.example' }), 401, 'TOKEN_INVALID'],
    ['that has expired', () => service.issuer.tokenFor(coach, { expires: seconds() - 60 }), 401, 'TOKEN_EXPIRED'],
    ['that is not valid yet', () => service.issuer.tokenFor(coach, { notBefore: seconds() + 60 }), 401, 'TOKEN_INVALID'],
    ['signed by nobody', async () => `${btoa('{"alg":"none"}')}.${btoa('{"sub":"coach-1"}')}.`, 401, 'TOKEN_INVALID'],
    ['that is none', async () => 'x y z', 401, 'TOKEN_INVALID'],
    ['with another role', () => service.issuer.tokenFor({ ...coach, role: 'administrator' }), 403, 'ROLE_MISSING'],
    ['of somebody unknown', () => service.issuer.tokenFor({ ...coach, id: 'nobody' }), 403, 'PERSON_UNKNOWN'],
    ['of somebody who left', () => service.issuer.tokenFor({ ...coach, id: 'left-1' }), 403, 'PERSON_UNKNOWN'],
  ])('%s is refused with a clear body', async (_, token, status, code) => {
    const shown = await token();
    const headers = shown ? { authorization: `Bearer ${shown}` } : {};
    const answer = await ask(headers);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    const page = await service.http.get('/auth/session').set({ host: '127.0.0.1', ...headers });
    expect([page.status, page.body]).toEqual([status, { code, sentence: { nl: expect.any(String) as string, en: expect.any(String) as string } }]);
    if (shown) expect(`${answer.text}${page.text}${service.told.join()}`).not.toContain(shown);
  });

  test('another scheme is told so, and no mutation runs for nobody', async () => {
    expect((await ask({ authorization: 'Basic Y29hY2gtMTp4' })).status).toBe(401);
    expect((await ask({}, 'mutation { __typename }')).status).toBe(401);
  });

  test('nobody may still ask what the API looks like', async () => {
    expect((await ask({}, '{ __schema { queryType { name } } }')).status).toBe(200);
  });

  test('a good one is let in', async () => {
    expect((await ask({ authorization: await service.bearer('coach-1') })).body).toEqual({ data: { worklist: { __typename: 'WorklistConnection' } } });
  });
});

describe('the session of a browser', () => {
  test('says who is signed in, and until when', async () => {
    const { body } = await service.http.get('/auth/session').set({ host: '127.0.0.1', cookie: await session() });
    expect(body).toMatchObject({ person: { id: 'coach-1', name: 'Coach 1', role: 'neighbourhood-coach', area: 'beijum', team: null } });
    expect(Date.parse((body as { expiresAt: string }).expiresAt)).toBeGreaterThan(now());
  });

  test('a page that opens hears without an error that nobody is signed in', async () => {
    const nobody = await service.http.get('/auth/who').set({ host: '127.0.0.1' });
    expect([nobody.status, nobody.body]).toEqual([200, { person: null }]);
    const { body } = await service.http.get('/auth/who').set({ host: '127.0.0.1', cookie: await session() });
    expect(body).toMatchObject({ person: { id: 'coach-1' } });
  });

  test.each<[string, Readonly<Record<string, string>>, number]>([
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 200],
    ['our own page in an older browser', OWN, 200],
    ['another site', { 'sec-fetch-site': 'cross-site', ...OWN }, 403],
    ['another service on this machine', { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:9999' }, 403],
    ['another port in an older browser', { origin: 'http://127.0.0.1:9999' }, 403],
    ['nowhere', {}, 403],
    ['a form', { ...OWN, 'content-type': 'text/plain' }, 403],
    ['an address bar', { 'sec-fetch-site': 'none' }, 403],
  ])('what comes from %s with its cookie is judged by that', async (_, headers, status) => {
    const request = service.http.post('/graphql').set({ host: '127.0.0.1', cookie: await session(), 'content-type': 'application/json', ...headers });
    const answer = await request.send(JSON.stringify({ query: MINE }));
    expect([answer.status, codeOf(answer)]).toEqual([status, status === 200 ? undefined : 'CROSS_SITE_REQUEST']);
  });

  test('ends after half an hour without a question, not while used', async () => {
    const cookie = await session();
    for (const minutes of [20, 40, 60]) {
      ahead = minutes * 60_000;
      expect((await ask({ cookie, ...OWN })).status).toBe(200);
    }
    ahead += IDLE + 60_000;
    expect((await ask({ cookie, ...OWN })).status).toBe(401);
  });

  test('ends after ten hours however busy', async () => {
    const cookie = await session();
    for (; ahead < LONGEST; ahead += 20 * 60_000) expect((await ask({ cookie, ...OWN })).status).toBe(200);
    expect((await ask({ cookie, ...OWN })).status).toBe(401);
  });

  test('does not outlive the role', async () => {
    expect(codeOf(await ask({ cookie: await session('coach-1', ['budget-holder']), ...OWN }))).toBe('ROLE_MISSING');
    expect(codeOf(await ask({ cookie: await session('left-1'), ...OWN }))).toBe('PERSON_UNKNOWN');
  });

  test.each([['by a word', { active: false }], ['by the day', { until: '2020-01-01' }]])('ends when the person leaves %s, with every token, and does not come back with the person', async (how, gone) => {
    const { directory } = service.platform;
    const id = `leaving ${how}`;
    const person = { ...coach, id, municipality: 'groningen', role: 'neighbourhood-coach', name: 'Coach' } as const;
    await directory.put(person);
    const [cookie, authorization] = [await session(id), `Bearer ${await service.issuer.tokenFor({ ...coach, id })}`];
    const statuses = async (): Promise<readonly number[]> => [(await ask({ cookie, ...OWN })).status, (await ask({ authorization })).status];
    expect(await statuses()).toEqual([200, 200]);
    const told = new Promise<void>((resolve) => service.platform.feed.onChange(({ projection }) => { if (projection === 'directory') resolve(); }));
    await directory.put({ ...person, ...gone });
    await told;
    expect((await ask({ authorization })).status).toBe(403);
    const kept = async (): Promise<number> => ((await service.platform.database.query(`select from access.sessions where person_id = $1`, [id])) as unknown[]).length;
    for (let n = 0; n < 50 && (await kept()) > 0; n += 1);
    await directory.put(person);
    ahead += 11_000;
    expect(await statuses()).toEqual([401, 200]);
  });

  test('ends at sign-out, which another site cannot ask for', async () => {
    const cookie = await session();
    const out = (headers: Readonly<Record<string, string>>) => service.http.post('/auth/logout').set({ host: '127.0.0.1', cookie, ...headers }).send({});
    expect((await out({ origin: 'http://127.0.0.1:9999' })).body).toMatchObject({ code: 'CROSS_SITE_REQUEST' });
    expect((await ask({ cookie, ...OWN })).status).toBe(200);
    const { status, body, headers } = await out(OWN);
    expect([status, body, headers['set-cookie']]).toEqual([200, { continueAt: null }, ['perspectief=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax']]);
    expect((await ask({ cookie, ...OWN })).status).toBe(401);
  });
});

describe('a socket', () => {
  const url = async (): Promise<string> => `${(await service.app.getUrl()).replace('http', 'ws')}/graphql`;
  const clientWith = async (payload?: Record<string, unknown>): Promise<Client> =>
    createClient({ url: await url(), webSocketImpl: WebSocket, retryAttempts: 0, ...(payload && { connectionParams: payload }) });
  const refusal = async (client: Client): Promise<unknown> => {
    const told = await client.iterate({ query: 'subscription { worklistChanged { position } }' }).next().then(JSON.stringify, (why: unknown) => why);
    await client.dispose();
    return Array.isArray(told) ? (told[0] as { extensions: { code: string } }).extensions.code : told;
  };

  test('of nobody hears nothing', async () => expect(await refusal(await clientWith())).toBe('NOT_SIGNED_IN'));

  test('with a token that has expired is told so', async () => {
    const authorization = `Bearer ${await service.issuer.tokenFor(coach, { expires: seconds() - 60 })}`;
    expect(await refusal(await clientWith({ authorization }))).toBe('TOKEN_EXPIRED');
  });

  test('that waited until its token had expired, or its person had left, hears nothing', async () => {
    const { directory } = service.platform;
    const person = { id: 'waiting', municipality: 'groningen', role: 'neighbourhood-coach', name: 'Coach' } as const;
    await directory.put(person);
    const opened = async (expires: number): Promise<Client> => {
      const authorization = `Bearer ${await service.issuer.tokenFor(person, { expires })}`;
      const client = createClient({ url: await url(), webSocketImpl: WebSocket, retryAttempts: 0, lazy: false, onNonLazyError: () => undefined, connectionParams: { authorization } });
      await new Promise<void>((resolve) => void client.on('connected', () => resolve()));
      return client;
    };
    const [first, second] = [await opened(seconds() + 60), await opened(seconds() + 3_600)];
    ahead = 120_000;
    expect(await refusal(first)).toBe('TOKEN_EXPIRED');
    await directory.put({ ...person, active: false });
    expect(await refusal(second)).toBe('TOKEN_EXPIRED');
  });

  test('with our cookie from another page does not open', async () => {
    for (const headers of [{}, { origin: 'http://127.0.0.1:9999' }]) {
      const socket = new WebSocket(await url(), 'graphql-transport-ws', { headers: { cookie: await session(), ...headers } });
      expect(await new Promise<string>((resolve) => socket.once('error', ({ message }) => resolve(message)))).toContain('403');
    }
  });

  test.each(['signs out', 'leaves the service'])('of our own page is heard, and ends at once when its person %s', async (how) => {
    const { directory } = service.platform;
    const person = { id: `who ${how}`, municipality: 'groningen', role: 'neighbourhood-coach', name: 'Coach' } as const;
    await directory.put(person);
    const [cookie, origin] = [await session(person.id), await service.app.getUrl()];
    const socket = new WebSocket(await url(), 'graphql-transport-ws', { headers: { cookie, origin } });
    const said = on(socket, 'message');
    const hear = async (): Promise<{ type: string }> => JSON.parse(String(((await said.next()).value as [Buffer])[0])) as { type: string };
    const say = (message: object): void => socket.send(JSON.stringify(message));
    await once(socket, 'open');
    say({ type: 'connection_init' });
    expect(await hear()).toMatchObject({ type: 'connection_ack' });
    say({ id: '1', type: 'subscribe', payload: { query: 'subscription { worklistChanged { position } }' } });
    // Answered after the subscription stands, or was refused.
    say({ type: 'ping' });
    expect(await hear()).toMatchObject({ type: 'pong' });
    const closed = once(socket, 'close', { signal: AbortSignal.timeout(5_000) });
    if (how === 'signs out') await service.http.post('/auth/logout').set({ host: new URL(origin).host, cookie, origin }).send({});
    else await directory.put({ ...person, active: false });
    expect((await closed)[0]).toBe(4401);
  });
});
