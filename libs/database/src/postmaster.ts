import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { chown, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Cluster } from './cluster.js';

const run = promisify(execFile);

/** What the server itself says of its running, in postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** A process that ended but was never waited for (an orphan in a container) still has its number. */
export const isAlive = async (pid: number): Promise<boolean> => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(status);
};

export const runningPostmaster = async (cluster: Pick<Cluster, 'data'>): Promise<Postmaster | undefined> => {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !(await isAlive(pid))) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
};

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => { resolve(port); });
    });
  });

/** Loopback only; and no statement or value of a row in the log of the server, for they are personal. */
const fixedSettings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', log_min_error_statement: 'panic', log_error_verbosity: 'terse', log_parameter_max_length_on_error: '0', timezone: 'UTC' };

/** Detached: Ctrl-C reaches us and not the server, so that we can finish our work before we stop it. */
export const spawnPostmaster = async (cluster: Cluster, port: number, settings: Readonly<Record<string, string>>): Promise<ChildProcess> => {
  const flags = Object.entries({ ...settings, ...fixedSettings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(cluster.logFile, 'w', 0o600);
  const { uid, gid } = cluster.account;
  if (uid !== undefined && gid !== undefined) await chown(cluster.logFile, uid, gid);
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.data, ...flags], {
    ...cluster.account, cwd: cluster.folder, detached: true, windowsHide: true, stdio: ['ignore', log, log],
  });
  child.on('error', () => undefined);
  child.unref();
  closeSync(log);
  return child;
};

export const stopPostmaster = async (cluster: Cluster): Promise<void> => {
  if (!(await runningPostmaster(cluster))) return;
  const args = ['stop', '-D', cluster.data, '-m', 'fast', '-w', '-t', '60'];
  await run(cluster.binaries.pgCtl, args, { ...cluster.account, cwd: cluster.folder }).catch(async (error: unknown) => {
    if (await runningPostmaster(cluster)) throw error;
  });
};

export const lastLogLines = async (cluster: Cluster): Promise<string> =>
  (await readFile(cluster.logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-8).join('\n');
