import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoToken } from '@perspectief/cli';
import { deriveId } from '@perspectief/kernel';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

const main = join(import.meta.dirname, '../../apps/platform/dist/main.js');
const CANARY = 'kanariepietje';

const dataDir = mkdtempSync(join(tmpdir(), 'perspectief-canary-'));
let child: ChildProcess;
let said = '';
let url: string;
let token: string;

beforeAll(async () => {
  const env = { ...process.env, DATABASE_URL: '', LOG_REQUESTS: '1' };
  child = spawn(process.execPath, [main, '--port', '0', '--data', dataDir, '--no-demo'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /runs on (http:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  token = await demoToken(url, 'coach-beijum-1');
}, 60_000);

afterAll(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

const ask = async (path: string, init: RequestInit = {}): Promise<number> => {
  const answer = await fetch(`${url}${path}`, init);
  await answer.text();
  return answer.status;
};

const post = (body: unknown, headers: Record<string, string> = {}): Promise<number> =>
  ask('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });

const REGISTER = 'mutation ($input: RegisterHouseholdInput!, $id: ID!) { registerHousehold(commandId: $id, input: $input) { __typename } }';

const requests: Readonly<Record<string, () => Promise<unknown>>> = {
  'an address': () => ask(`/${CANARY}/${CANARY}`),
  'an address that cannot be read': () => ask(`/%ff${CANARY}`),
  'a query string': () => ask(`/health/live?${CANARY}=${CANARY}`),
  'a question in a query string': () => ask(`/graphql?query={${CANARY}}`),
  'a header': () => post({ query: '{ __typename }' }, { [`x-${CANARY}`]: CANARY, 'user-agent': CANARY, referer: `http://${CANARY}/` }),
  'a token': () => post({ query: '{ __typename }' }, { authorization: `Bearer ${CANARY}` }),
  'a cookie': () => ask('/auth/session', { headers: { cookie: `perspectief=${CANARY}; ${CANARY}=${CANARY}` } }),
  'the way back from signing in': () => ask(`/auth/callback?code=${CANARY}&state=${CANARY}`),
  'a place to return to': () => ask(`/auth/login?returnTo=/${CANARY}`, { redirect: 'manual' }),
  'an export': () => ask(`/budgets/${CANARY}/ledger.csv?format=${CANARY}`),
  'half a body': () => post(`{"query": "${CANARY}`),
  'a body of another kind': () => post(CANARY, { 'content-type': `text/${CANARY}` }),
  'the name of an operation': () => post({ query: 'query A { __typename }', operationName: CANARY }),
  'an unknown field': () => post({ query: `{ ${CANARY} }` }),
  'a literal': () => post({ query: `{ worklist(tab: "${CANARY}") { __typename } }` }),
  'a variable': () => post({ query: 'query ($id: ID!) { trajectory(id: $id) { __typename } }', variables: { id: CANARY } }),
  'a variable of the wrong kind': () => post({ query: 'query ($n: Int!) { worklist(tab: "all", first: $n) { __typename } }', variables: { n: CANARY } }),
  'a command that is refused': () => post({ query: REGISTER, variables: { id: CANARY, input: { householdId: CANARY, municipality: CANARY, area: CANARY, name: CANARY, address: CANARY } } }),
  'a command that cannot be stored': () => post({ query: REGISTER, variables: { id: deriveId('canary', 1), input: { householdId: deriveId('canary', 1), municipality: 'groningen', area: 'beijum', name: `${CANARY}\u0000`, address: `${CANARY}\ud800` } } }),
  'a command that is accepted': () => post({ query: REGISTER, variables: { id: deriveId('canary', 2), input: { householdId: deriveId('canary', 2), municipality: 'groningen', area: 'beijum', name: CANARY, address: CANARY } } }),
  'a socket': async () => {
    const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, connectionParams: { authorization: `Bearer ${CANARY}`, [CANARY]: CANARY }, retryAttempts: 0 });
    await client.iterate({ query: `subscription ${CANARY} { trajectoryChanged(id: "${CANARY}") { position } }` }).next().catch(() => undefined);
    await client.dispose();
  },
};

/** Every log file that the platform keeps beside its data. */
const logsIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.log'))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n');

test('what people send, in any place, is in no line of any log', async () => {
  for (const send of Object.values(requests)) await send();
  child.removeAllListeners('exit');
  const ended = new Promise((end) => child.once('exit', end));
  child.kill('SIGINT');
  await ended;
  // The lines are there at all, by the names of routes.
  expect(said).toContain('"route":"/graphql"');
  expect(said).toContain('"route":"/budgets/:id/ledger.csv"');
  expect(said.toLowerCase()).not.toContain(CANARY);
  const logs = logsIn(dataDir);
  expect(logs).toContain('database system is ready');
  expect(logs.toLowerCase()).not.toContain(CANARY);
}, 60_000);
