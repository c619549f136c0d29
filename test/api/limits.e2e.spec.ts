import { once } from 'node:events';
import { parse } from 'graphql';
import { WebSocket } from 'ws';
import { runningService, type RunningService } from './running-service.js';

let service: RunningService;
beforeAll(async () => {
  service = await runningService({ production: true, denialTakes: 0, service: { rateLimits: { subscribing: 25, subscribed: 4 } } });
  for (const id of ['coach-2', 'coach-3', 'coach-4']) await service.platform.directory.put({ id, municipality: 'groningen', role: 'neighbourhood-coach', name: id, area: 'beijum' });
});
afterAll(() => service.close());

const codeOf = (answer: Awaited<ReturnType<RunningService['ask']>>): string | undefined => answer.body.errors?.[0]?.extensions.code;

test('a body of ten megabytes is refused before it is read', async () => {
  const answer = await service.http
    .post('/graphql')
    .set('host', '127.0.0.1')
    .set('content-type', 'application/json')
    .send(JSON.stringify({ query: 'x'.repeat(10 * 1024 * 1024) }));
  expect(answer.status).toBe(413);
  expect(answer.body).toMatchObject({ code: 'BODY_TOO_LARGE', sentence: { nl: expect.any(String) as string } });
});

test('what is not JSON is told so', async () => {
  const answer = await service.http.post('/graphql').set('host', '127.0.0.1').set('content-type', 'application/json').send('{"query": ');
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ code: 'NOT_JSON' });
});

test('a question that digs too deep is refused', async () => {
  const deep = `{ ${'worklist { edges { node { '.repeat(10)} itemId ${'} } }'.repeat(10)} }`;
  const answer = await service.ask(deep);
  expect(answer.status).toBe(400);
  expect(codeOf(answer)).toBe('BAD_USER_INPUT');
});

test('a question deeper than any parser has stack for is refused the same way', async () => {
  for (const depth of [300, 2_000, 5_000, 20_000]) {
    const answer = await service.ask(`{ ${'worklist { '.repeat(depth)} itemId ${'}'.repeat(depth)} }`);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
  }
});

test('a question that asks the same a thousand times is refused', async () => {
  const many = `{ ${Array.from({ length: 1_000 }, (_, n) => `a${n}: worklist(tab: ALL, first: 200) { totalCount }`).join(' ')} }`;
  const answer = await service.ask(many);
  expect(answer.status).toBe(400);
  expect(codeOf(answer)).toBe('BAD_USER_INPUT');
});

test('in production nobody reads the schema from the service', async () => {
  const answer = await service.ask('{ __schema { types { name } } }');
  expect(answer.status).toBe(400);
  expect(codeOf(answer)).toBe('BAD_USER_INPUT');
});

test('in production nobody guesses the schema by what a wrong name comes near to', async () => {
  for (const query of ['{ trajectori { __typename } }', '{ worklist { edge } }', '{ approvalQueue(tab: MIN) { __typename } }', 'query ($t: ApprovalQueueTab!) { approvalQueue(tab: $t) { __typename } }']) {
    const { status, text } = await service.ask(query, { t: 'MIN' });
    expect([status, /did you mean|MINE/i.exec(text)]).toEqual([400, null]);
  }
});

test('in production there is no explorer', async () => {
  expect((await service.http.get('/explorer').set('host', '127.0.0.1')).status).toBe(404);
});

test('another name than this machine is refused, also when it points here', async () => {
  const answer = await service.http.post('/graphql').set('host', 'evil.example').send({ query: '{ __typename }' });
  expect(answer.status).toBe(403);
  expect(answer.body).toMatchObject({ code: 'OTHER_NAME' });
});

test('a page from elsewhere is refused', async () => {
  const answer = await service.http.post('/graphql').set('host', '127.0.0.1').set('origin', 'https://evil.example').send({ query: '{ __typename }' });
  expect(answer.status).toBe(403);
});

test('who is not known reads nothing', async () => {
  const answer = await service.ask('{ worklist(tab: "all") { __typename } }', {}, 'somebody-else');
  expect([answer.status, codeOf(answer)]).toEqual([403, 'PERSON_UNKNOWN']);
});

test('a wrong question says what is wrong with it', async () => {
  const answer = await service.ask('{ worklist(tab: "all") { edges { node { itemId } } } }');
  expect(answer.body.errors?.[0]?.message).toContain('Cannot query field');
});

test('too much at once says so', async () => {
  const answer = await service.ask(`{ ${Array.from({ length: 100 }, (_, n) => `a${n}: worklist(tab: "all") { __typename }`).join(' ')} }`);
  expect(answer.body.errors?.[0]?.message).toContain('asks too much at once');
});

test('a refused upgrade leaves nothing that the end would wait for', async () => {
  await service.app.listen(0, '127.0.0.1');
  const { WebSocket } = await import('ws');
  const socket = new WebSocket((await service.app.getUrl()).replace('http', 'ws') + '/graphql', 'graphql-transport-ws', { origin: 'https://evil.example' });
  const refused = await new Promise<string>((resolve) => socket.once('error', (error) => resolve(error.message)));
  expect(refused).toContain('403');
});

test.each([
  ['digs too deep', `subscription { worklistChanged ${'{ position '.repeat(100)} ${'}'.repeat(100)} }`],
  ['asks the same too often', `subscription { worklistChanged { ${Array.from({ length: 100 }, (_, n) => `a${n}: position`).join(' ')} } }`],
  ['asks two things at once', 'subscription { worklistChanged { position } approvalQueueChanged { position } }'],
])('a subscription that %s is refused like a question', async (_, query) => {
  await service.app.listen(0, '127.0.0.1').catch(() => undefined);
  const { WebSocket } = await import('ws');
  const { createClient } = await import('graphql-ws');
  const client = createClient({ url: `${(await service.app.getUrl()).replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, connectionParams: { authorization: await service.bearer('coach-1') } });
  const told = client.iterate({ query }).next().then(JSON.stringify, JSON.stringify);
  expect(await told).toContain('BAD_USER_INPUT');
  await client.dispose();
});

describe('a socket', () => {
  const SUBSCRIPTION = 'subscription { worklistChanged { position } }';
  const opened = async (actor: string) => {
    await service.app.listen(0, '127.0.0.1').catch(() => undefined);
    const socket = new WebSocket(`${(await service.app.getUrl()).replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const heard: string[] = [];
    socket.on('message', (message: Buffer) => heard.push(String(message)));
    await once(socket, 'open');
    const say = (...messages: readonly object[]): void => messages.forEach((message) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(message)));
    const acknowledged = once(socket, 'message');
    say({ type: 'connection_init', payload: { authorization: await service.bearer(actor) } });
    await acknowledged;
    return { say, heard, answered: () => once(socket, 'message'), closed: once(socket, 'close').then(([code]: unknown[]) => code as number) };
  };
  const subscribe = (id: unknown, query: unknown = SUBSCRIPTION): object => ({ id, type: 'subscribe', payload: { query } });
  const denied = async (actor: string): Promise<number> => ((await service.platform.database.query(`select from access.reader_log where person_id = $1 and action = 'denied'`, [actor])) as unknown[]).length;

  test('takes a question as text alone: a tree that somebody made passed no list and no limit', async () => {
    const { say, heard, closed } = await opened('coach-1');
    say(subscribe('tree', parse(SUBSCRIPTION, { noLocation: true })), subscribe('text'), subscribe('text'));
    await closed;
    expect(heard.filter((message) => message.includes('"tree"'))).toEqual([expect.stringContaining('BAD_USER_INPUT')]);
  });

  test('has an id for each that it listens to: nobody could end a second one', async () => {
    for (const id of ['twice', { of: 'no name' }]) {
      const { say, closed } = await opened('coach-1');
      say(subscribe(id), subscribe(id));
      expect(await closed).toBe(4409);
    }
  });

  test('listens to no more than pages need, over however many', async () => {
    const [first, second] = [await opened('coach-2'), await opened('coach-2')];
    first.say(...[1, 2, 3].map((n) => subscribe(`${n}`)));
    second.say(...[1, 2].map((n) => subscribe(`${n}`)));
    expect(await Promise.race([first.closed, second.closed])).toBe(4429);
  });

  test('tries no door after another: who begins too many waits, and no one else', async () => {
    const { say, answered, closed } = await opened('coach-3');
    let over: number | undefined;
    for (let n = 0; n < 40 && over === undefined; n += 1) {
      const answer = answered().then(() => undefined);
      say(subscribe(`${n}`, `subscription { trajectoryChanged(id: "00000000-0000-5000-8000-${String(n).padStart(12, '0')}") { position } }`));
      over = await Promise.race([answer, closed]);
    }
    expect(await closed).toBe(4429);
    expect(await denied('coach-3')).toBe(25);
    const other = await opened('coach-4');
    other.say(subscribe('1'), subscribe('1'));
    expect(await other.closed).toBe(4409);
  });

  test('that only talks is ended', async () => {
    const { say, closed } = await opened('coach-4');
    say(...Array.from({ length: 400 }, () => ({ type: 'ping' })));
    expect(await closed).toBe(1006);
  });

  test('says nothing that is long', async () => {
    const { say, closed } = await opened('coach-4');
    say(subscribe('1', `subscription { worklistChanged { position } } # ${'x'.repeat(40_000)}`));
    expect(await closed).toBe(1009);
  });
});

test('health says live and ready', async () => {
  expect((await service.http.get('/health/live').set('host', '127.0.0.1')).body).toEqual({ status: 'live' });
  expect((await service.http.get('/health/ready').set('host', '127.0.0.1')).body).toEqual({ status: 'ready' });
});
