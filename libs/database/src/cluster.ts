import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { assertReachable, serverAccount, type Account } from './account.js';
import { findBinaries, type Binaries } from './binaries.js';
import { DatabaseFailure } from './failure.js';

const run = promisify(execFile);

/** A data folder that holds a cluster, and what is needed to run it. */
export interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly logFile: string;
  readonly password: string;
  readonly account: Account;
  readonly binaries: Binaries;
}

const give = async (path: string, { uid, gid }: Account): Promise<void> => {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
};

/** A name that no other launcher uses. */
const besides = (path: string): string => `${path}.${randomBytes(4).toString('hex')}.new`;

/** Whoever comes first chooses the password; a second launcher at the same moment reads that one, and reads it whole. */
const passwordIn = async (folder: string, account: Account): Promise<string> => {
  const file = join(folder, 'password');
  const draft = besides(file);
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known) return known;
  await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
  await give(draft, account);
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft, { force: true });
  return readFile(file, 'utf8');
};

/** Made beside its place and then moved there, so that what stands there is whole, however we die. */
const initialise = async (cluster: Cluster, flags: readonly string[]): Promise<void> => {
  const beside = besides(cluster.data);
  const pwfile = join(cluster.folder, 'password');
  const args = ['--pgdata', beside, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${pwfile}`, '--locale=C', '--encoding=UTF8', ...flags];
  try {
    await run(cluster.binaries.initdb, args, { ...cluster.account, cwd: cluster.folder });
    await rename(beside, cluster.data);
  } catch (cause) {
    await rm(beside, { recursive: true, force: true });
    if (await isCluster(cluster.data)) return;
    throw new DatabaseFailure(`a new database could not be made in ${cluster.folder}: ${String((cause as { stderr?: string }).stderr ?? cause)}`, cause);
  }
};

const isCluster = (data: string): Promise<boolean> => access(join(data, 'PG_VERSION')).then(() => true, () => false);

export const prepareCluster = async (dataDir: string, initFlags: readonly string[]): Promise<Cluster> => {
  const folder = resolve(dataDir);
  const [account, binaries] = await Promise.all([serverAccount(), findBinaries()]);
  // Parents as anybody's folders: the server may run as another user, who has to pass.
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await give(folder, account);
  const data = join(folder, 'postgres-18');
  await assertReachable(data, account);
  await assertReachable(binaries.postgres, account);
  const password = await passwordIn(folder, account);
  const cluster = { folder, data, logFile: join(folder, 'postgres.log'), password, account, binaries };
  if (!(await isCluster(data))) await initialise(cluster, initFlags);
  return cluster;
};
