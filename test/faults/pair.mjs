import { execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { serverAccount } from '../../libs/database/dist/account.js';
import { Wire } from './proxy.mjs';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';
const PASSWORD = 'made-up';

/** Where the tools of an installed server are, for the embedded one has none that copies a server; the newest. */
export const installedServer = () => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((version) => existsSync(join(DEBIAN, version, 'bin/pg_basebackup'))) : [];
  return versions.length > 0 ? join(DEBIAN, versions.sort((a, b) => Number(b) - Number(a))[0], 'bin') : undefined;
};

const freePort = async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
};

const untilReady = async (url, within = 30_000) => {
  for (const until = Date.now() + within; Date.now() < until; await pause(50)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    const ready = await client.connect().then(() => true, () => false);
    await client.end().catch(() => undefined);
    if (ready) return;
  }
  throw new Error('the server does not start');
};

/**
 * A primary and a standby that follows it over a wire. `synchronous`: a commit is told when the standby has it on its disk. Stands in the place
 * of `ServerUnderTest`: its port is the port of whoever is primary now.
 */
export class Pair {
  #folder;
  #bin;
  #synchronous;
  #account;
  #between;
  #primary;
  #standby;

  constructor(folder, bin, { synchronous }) {
    [this.#folder, this.#bin, this.#synchronous] = [folder, bin, synchronous];
  }

  async start() {
    this.#account = await serverAccount();
    if (this.#account.uid !== undefined) chownSync(this.#folder, this.#account.uid, this.#account.gid);
    const secret = join(this.#folder, 'secret');
    writeFileSync(secret, PASSWORD, { mode: 0o644 });
    await this.#does('initdb', ['-D', join(this.#folder, 'primary'), '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '--locale=C', '--encoding=UTF8', '--no-sync']);
    this.#primary = await this.#launch('primary');
    this.#between = await new Wire(() => this.#primary.port).open();
    const conninfo = `host=127.0.0.1 port=${this.#between.port} user=postgres password=${PASSWORD} application_name=standby`;
    await this.#does('pg_basebackup', ['-D', join(this.#folder, 'standby'), '-d', conninfo, '-R', '-X', 'stream', '--checkpoint=fast', '--no-sync']);
    this.#standby = await this.#launch('standby');
    await this.direct((client) => client.query('create database perspectief'), 'postgres');
    if (this.#synchronous)
      await this.direct(async (client) => {
        await client.query(`alter system set synchronous_standby_names = 'standby'`);
        await client.query('select pg_reload_conf()');
      });
  }

  get url() {
    return this.#urlOf('perspectief');
  }

  get port() {
    return this.#primary.port;
  }

  async direct(work, database = 'perspectief') {
    const client = new pg.Client({ connectionString: this.#urlOf(database), connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** The standby hears nothing more of the primary, which is not told. */
  cutOff() {
    this.#between.silence();
  }

  /** The primary is gone for good, and the standby takes its place. */
  async failOver() {
    process.kill(this.#primary.child.pid, 'SIGKILL');
    // Its other processes end when they see it.
    await once(this.#primary.child, 'exit');
    await this.#does('pg_ctl', ['promote', '-D', join(this.#folder, 'standby'), '-w', '-t', '30']);
    this.#primary = this.#standby;
    await this.direct(async (client) => {
      await client.query('alter system reset synchronous_standby_names');
      await client.query('select pg_reload_conf()');
    });
  }

  async stop() {
    for (const server of [this.#primary, this.#standby]) {
      if (!server || server.child.exitCode !== null || server.child.signalCode !== null) continue;
      const ended = once(server.child, 'exit');
      server.child.kill('SIGQUIT');
      await ended;
    }
    await this.#between?.close();
  }

  #urlOf(database) {
    return `postgresql://postgres:${PASSWORD}@127.0.0.1:${this.#primary.port}/${database}`;
  }

  async #does(tool, args) {
    await run(join(this.#bin, tool), args, { ...this.#account, cwd: this.#folder });
  }

  async #launch(name) {
    const port = await freePort();
    const folder = join(this.#folder, name);
    const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 120, wal_sender_timeout: '0', log_min_messages: 'fatal' };
    const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
    const child = spawn(join(this.#bin, 'postgres'), ['-D', folder, ...flags], { ...this.#account, cwd: this.#folder, stdio: 'ignore' });
    child.on('error', () => undefined);
    await untilReady(`postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`);
    return { child, port };
  }
}
