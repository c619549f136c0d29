import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '../../libs/database/dist/index.js';

const DATA = 'postgres-18';

const copy = (from, to) => {
  // A file that goes away under a running server makes `cp` complain; the write-ahead log mends what it copied.
  spawnSync('cp', ['-a', from, to], { stdio: 'ignore' });
};

/** Write-ahead log of the whole run stays: a restore goes from the backup to the last commit. */
const ROOMY = { initFlags: ['--no-sync'], settings: { max_connections: '120', wal_keep_size: '4GB', max_wal_size: '2GB', checkpoint_timeout: '30s' } };

/** The database server of one run: killed, restarted, slowed, backed up and restored. */
export class ServerUnderTest {
  #folder;
  #server;
  #options;
  #backups = 0;

  constructor(folder, options = ROOMY) {
    this.#folder = folder;
    this.#options = options;
  }

  async start() {
    this.#server = await startEmbedded({ dataDir: this.#folder, ...this.#options });
  }

  get runs() {
    try {
      process.kill(this.#server.pid, 0);
      return true;
    } catch {
      return false;
    }
  }

  get url() {
    return this.#server.url;
  }

  get port() {
    return Number(new URL(this.#server.url).port);
  }

  /** A connection that no fault of a wire touches; undefined when the server is not there. */
  async direct(work) {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async kill() {
    process.kill(this.#server.pid, 'SIGKILL');
    await this.start();
  }

  /** One of its processes: the server then throws out everybody and recovers. */
  async killBackend(choose) {
    const { rows } = await this.direct((client) => client.query(`select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by pid`));
    if (rows.length > 0) process.kill(choose(rows).pid, 'SIGKILL');
  }

  async backup() {
    const to = join(this.#folder, `backup-${(this.#backups += 1)}`);
    await this.direct(async (client) => {
      await client.query(`select pg_backup_start('faults', true)`);
      copy(join(this.#folder, DATA), to);
      const { rows } = await client.query('select labelfile from pg_backup_stop(false)');
      for (const gone of ['postmaster.pid', 'postmaster.opts', 'pg_wal']) rmSync(join(to, gone), { recursive: true, force: true });
      writeFileSync(join(to, 'backup_label'), rows[0].labelfile);
      const { uid, gid } = statSync(to);
      chownSync(join(to, 'backup_label'), uid, gid);
    });
    for (const old of readdirSync(this.#folder).filter((name) => name.startsWith('backup-') && join(this.#folder, name) !== to)) rmSync(join(this.#folder, old), { recursive: true });
    this.latest = to;
  }

  /** The data folder is lost; what is left is the backup and the write-ahead log. */
  async restore() {
    const data = join(this.#folder, DATA);
    const lost = join(this.#folder, 'lost');
    await this.#quit();
    renameSync(data, lost);
    copy(this.latest, data);
    renameSync(join(lost, 'pg_wal'), join(data, 'pg_wal'));
    rmSync(lost, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    await this.start();
  }

  /** At once, and with all its processes: none may write to a folder that was moved away from under it. */
  async #quit() {
    const { pid } = this.#server;
    process.kill(pid, 'SIGQUIT');
    while (existsSync(join(this.#folder, DATA, 'postmaster.pid'))) await pause(20);
  }

  async stop() {
    await this.#server.stop();
  }
}
