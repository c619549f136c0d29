import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded, type EmbeddedServer } from './embedded.js';
import { openDatabase } from './open.js';
import { isAlive } from './postmaster.js';

const query = async <Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> => {
  const client = new pg.Client(url);
  await client.connect();
  return (await client.query<Row>(sql).finally(() => client.end())).rows;
};

describe('the embedded server', () => {
  let folder: string;
  const started: EmbeddedServer[] = [];

  const start = async (): Promise<EmbeddedServer> => {
    const server = await startEmbedded({ dataDir: folder, initFlags: ['--no-sync'] });
    started.push(server);
    return server;
  };

  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'perspectief-embedded-')); });
  afterEach(async () => {
    for (const server of started.splice(0)) await server.stop();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  test('starts in an empty folder, keeps its data and its password between starts', async () => {
    const first = await start();
    await query(first.url, 'create table kept (nr int); insert into kept values (7)');
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'select nr from kept')).toEqual([{ nr: 7 }]);
    expect(second.version).toMatch(/^18\./);
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
  }, 30_000);

  test('listens on loopback only, asks a password, and is as durable and as plain as it should be', async () => {
    const { url } = await start();
    const [settings] = await query(url, `select current_setting('listen_addresses') as host, current_setting('unix_socket_directories') as socket, current_setting('fsync') as fsync,
      current_setting('server_encoding') as encoding, (select datcollate from pg_database where datname = current_database()) as locale`);
    expect(settings).toEqual({ host: '127.0.0.1', socket: '', fsync: 'on', encoding: 'UTF8', locale: 'C' });
    expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600);
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  }, 30_000);

  test('writes no statement and no value into its log', async () => {
    const { url } = await start();
    await query(url, 'create table persons (name text primary key)');
    for (const expected of ['INSERT', '23505']) await query(url, "insert into persons values ('Canary Jansen')").catch((error: { code: string }) => expect(error.code).toBe(expected));
    expect(await readFile(join(folder, 'postgres.log'), 'utf8')).not.toContain('Canary');
  }, 30_000);

  test('killed with -9 it has lost nothing that it acknowledged, and starts again', async () => {
    const first = await start();
    await query(first.url, 'create table counted (nr int primary key)');
    let acknowledged = 0;
    const client = new pg.Client(first.url);
    client.on('error', () => undefined);
    await client.connect();
    setTimeout(() => { process.kill(first.pid, 'SIGKILL'); }, 150);
    for (let nr = 1, alive = true; alive; nr += 1) {
      alive = await client.query('insert into counted values ($1)', [nr]).then(() => { acknowledged = nr; return true; }, () => false);
    }
    const second = await start();
    const [row] = await query<{ amount: number; last: number }>(second.url, 'select count(*)::int as amount, max(nr) as last from counted');
    expect(acknowledged).toBeGreaterThan(0);
    expect(row?.last).toBeGreaterThanOrEqual(acknowledged);
    expect(row?.amount).toBe(row?.last);
  }, 60_000);

  test('a second launcher uses the running server, and does not stop it', async () => {
    const [owner, guest] = [await start(), await start()];
    expect(guest.pid).toBe(owner.pid);
    await guest.stop();
    expect(await query(owner.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 30_000);

  test('two launchers at the same moment in an empty folder come to one server', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.pid).toBe(other.pid);
  }, 60_000);

  test('a server whose launcher was killed is taken over, and stopped by its new owner', async () => {
    const orphan = await start();
    await writeFile(join(folder, 'launcher.pid'), '999999999');
    const adopted = await start();
    expect(adopted.pid).toBe(orphan.pid);
    await adopted.stop();
    expect(await isAlive(orphan.pid)).toBe(false);
    expect(existsSync(join(folder, 'launcher.pid'))).toBe(false);
  }, 30_000);

  test('a lock file that a crash left behind is no obstacle', async () => {
    const first = await start();
    const left = await readFile(join(folder, 'postgres-18', 'postmaster.pid'), 'utf8');
    await first.stop();
    await writeFile(join(folder, 'postgres-18', 'postmaster.pid'), left);
    expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 30_000);

  test('a server that cannot start says why, in its own last words', async () => {
    await (await start()).stop();
    await writeFile(join(folder, 'postgres-18', 'postgresql.conf'), 'no_such_setting = on\n');
    await expect(startEmbedded({ dataDir: folder })).rejects.toThrow(/does not start[^]*no_such_setting/);
  }, 60_000);

  test('a server of one\'s own goes before the embedded one, and is not stopped', async () => {
    const own = await start();
    const opened = await openDatabase({ url: own.url, dataDir: join(folder, 'never') });
    expect(opened).toMatchObject({ url: own.url, embedded: false });
    await opened.stop();
    expect(await query(own.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(folder, 'never'))).toBe(false);
  }, 30_000);
});
