import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoToken } from '@perspectief/cli';
import { deriveId } from '@perspectief/kernel';

const main = join(import.meta.dirname, '../../apps/platform/dist/main.js');

interface Running {
  readonly process: ChildProcess;
  readonly url: string;
  readonly ended: Promise<number | null>;
}

/** `npm start`, as it runs after its build. */
const start = (dataDir: string, ...flags: string[]): Promise<Running> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, DATABASE_URL: '' };
    const child = spawn(process.execPath, [main, '--port', '0', '--data', dataDir, ...flags], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<number | null>((end) => child.once('exit', end));
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /runs on (http:\S+)/.exec(said)?.[1];
      if (url) resolve({ process: child, url, ended });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
  });

const ask = async (url: string, token: string, query: string, variables: object): Promise<{ data: Record<string, never> }> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return (await answer.json()) as { data: Record<string, never> };
};

const postmasterOf = (dataDir: string): number => Number(readFileSync(join(dataDir, 'postgres-18', 'postmaster.pid'), 'utf8').split('\n')[0]);
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'perspectief-start-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

test('Ctrl-C in the middle of the first demo ends cleanly, and leaves no server behind', async () => {
  const { process: child, ended } = await start(dataDir, '--households', '50');
  const postmaster = postmasterOf(dataDir);
  expect(isAlive(postmaster)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(isAlive(postmaster)).toBe(false);
}, 60_000);

test('a port in use is told, and leaves no server behind', async () => {
  const { process: child, url, ended } = await start(dataDir, '--no-demo');
  const other = mkdtempSync(join(tmpdir(), 'perspectief-start-'));
  await expect(start(other, '--no-demo', '--port', new URL(url).port)).rejects.toThrow(/ended with 1[\s\S]*give another port: --port or PORT/);
  expect(() => postmasterOf(other)).toThrow('ENOENT');
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  rmSync(other, { recursive: true, force: true });
}, 60_000);

test('killed with -9 and started again, nothing acknowledged is lost', async () => {
  const first = await start(dataDir, '--demo', '--households', '5');
  const REGISTER = `mutation ($id: ID!, $commandId: ID!) { registerHousehold(commandId: $commandId,
    input: { householdId: $id, municipality: "groningen", area: "beijum", name: "Gezin", address: "Straat 1" }) { __typename ... on Accepted { position } ... on Refused { code } } }`;
  const acknowledged: string[] = [];
  const token = await demoToken(first.url, 'coach-beijum-1');
  const until = Date.now() + 45_000;
  while (acknowledged.length < 40 && Date.now() < until) {
    const id = deriveId('killed', acknowledged.length);
    const { data } = await ask(first.url, token, REGISTER, { id, commandId: deriveId('killed', 'command', acknowledged.length) });
    if ((data as unknown as { registerHousehold: { __typename: string } }).registerHousehold.__typename === 'Accepted') acknowledged.push(id);
    else await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(acknowledged).toHaveLength(40);
  first.process.kill('SIGKILL');
  await first.ended;
  const again = await start(dataDir, '--no-demo');
  const newToken = await demoToken(again.url, 'coach-beijum-1');
  for (const [n, id] of acknowledged.entries()) {
    const { data } = await ask(again.url, newToken, REGISTER.replace('position }', 'repeated }'), { id, commandId: deriveId('killed', 'command', n) });
    expect(data).toEqual({ registerHousehold: { __typename: 'Accepted', repeated: true } });
  }
  again.process.kill('SIGINT');
  expect(await again.ended).toBe(0);
}, 90_000);
