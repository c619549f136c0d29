import { jest } from '@jest/globals';
import { main } from '@perspectief/cli';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import type { CopyReport } from '@perspectief/event-store';
import { openForCopy } from '@perspectief/assembly';
import { PostgresEventStore } from '@perspectief/event-store-postgres';
import { aRequest, aStream } from '@perspectief/event-store/testing';
import { KurrentDouble } from './double.js';

let [database, double]: [ThrowAwayDatabase | undefined, KurrentDouble | undefined] = [undefined, undefined];
let said = { out: '', err: '' };

beforeEach(async () => {
  [database, double] = [await throwAwayDatabase(), await KurrentDouble.start()];
  said = { out: '', err: '' };
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => { said.out += String(text); return true; });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => { said.err += String(text); return true; });
});
afterEach(async () => {
  jest.restoreAllMocks();
  delete process.env['NEW_LOG'];
  process.exitCode = undefined;
  await double?.stop();
  await database?.drop();
});

/** The exit code that a script would see. */
const run = async (...args: string[]): Promise<number> => {
  process.exitCode = undefined;
  await main(['log', 'copy', ...args]);
  return Number(process.exitCode ?? 0);
};
const copy = (...more: string[]): Promise<number> => {
  const url = database?.url ?? '';
  return run('--from', url, '--to', 'env:NEW_LOG', '--to-receipts', url, ...more);
};

test('copies, proves, and says so; run again, it finds everything there', async () => {
  const source = await openForCopy(database?.url ?? '', undefined);
  const store = new PostgresEventStore(database?.url ?? '');
  for (let nr = 0; nr < 5; nr += 1) await store.append(aRequest(aStream()));
  await Promise.all([store.close(), source.close()]);
  process.env['NEW_LOG'] = `${double?.url}#city`;
  expect(await copy('--json')).toBe(0);
  expect(JSON.parse(said.out) as CopyReport).toMatchObject({ found: 0, copied: 5, equal: true, to: { events: 5, streams: 5, receipts: 5 } });
  said.out = '';
  expect(await copy()).toBe(0);
  expect(said.out).toContain('5 events were there, 0 were copied. Both logs say the same.');
}, 30_000);

test('a target that is another log: exit code 1, and nothing was written', async () => {
  const [store, other] = [await openForCopy(database?.url ?? '', undefined), await throwAwayDatabase()];
  await store.close();
  const elsewhere = await openForCopy(other.url, undefined);
  await elsewhere.close();
  for (const url of [database?.url ?? '', other.url]) {
    const log = new PostgresEventStore(url);
    await log.append(aRequest(aStream()));
    await log.close();
  }
  expect(await run('--from', database?.url ?? '', '--to', other.url)).toBe(1);
  expect(said.err).toMatch(/Nothing was written: the target is another log/);
  await other.drop();
}, 30_000);

test('wrong usage: exit code 2, and no address is repeated', async () => {
  process.env['NEW_LOG'] = 'http://user:secret@elsewhere';
  expect(await copy()).toBe(2);
  expect(await run('--from', database?.url ?? '', '--to', database?.url ?? '')).toBe(2);
  expect(await run('--from', database?.url ?? '')).toBe(2);
  process.env['NEW_LOG'] = 'esdb://user:secret@elsewhere?tlsVerifyCert=false';
  expect(await copy()).toBe(2);
  expect(said.err).toMatch(/--to: tlsVerifyCert=false: .*tlsCAFile/);
  expect(said.err).not.toContain('secret');
});

test('a server that is not there: exit code 3', async () => {
  expect(await run('--from', 'postgresql://nobody:secret@127.0.0.1:1/nowhere', '--to', database?.url ?? '')).toBe(3);
  process.env['NEW_LOG'] = `esdb://user:secret@127.0.0.1:1?tls=false#city`;
  expect(await copy()).toBe(3);
  expect(said.err).toMatch(/does not answer/);
  expect(said.err).not.toContain('secret');
}, 60_000);
