import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keysOfEnvironment, readKeyRing, unwrapWith, withNewKey, wrapWith, writeKeyRing, type KeyRing } from './key-ring.js';
import { BadMasterKeys, type MasterKeys, type Wrapped } from './master-keys.js';

const OTHERS = 0o077;
/** Who is put into the group of a file that an orchestrator mounts may read it. */
const OTHERS_THAN_GROUP = 0o037;
const OWNER = 0o600;

const mustBePrivate = (mode: number, path: string, closed: number): void => {
  if (process.platform !== 'win32' && (mode & closed) !== 0) throw new BadMasterKeys(`other people may read ${path}; make it 0600`);
};

const isCode = (error: unknown, code: string): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === code;

/** On disk, whole, before it has its name. */
const writeBeside = async (path: string, ring: KeyRing): Promise<string> => {
  const beside = `${path}.${randomUUID()}`;
  const file = await open(beside, 'wx', OWNER);
  try {
    await file.writeFile(writeKeyRing(ring));
    await file.sync();
  } finally {
    await file.close();
  }
  return beside;
};

const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
};

/** The first that comes makes it; who comes second finds it whole. */
const createIfMissing = async (path: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const missing = await stat(path).then(() => false, (error: unknown) => isCode(error, 'ENOENT'));
  if (!missing) return;
  const beside = await writeBeside(path, withNewKey(new Map(), new Date()));
  try {
    await link(beside, path);
    await syncFolder(path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(beside);
  }
};

/** Master keys in a file that its owner alone may read; read again when it changed, so that a rotation needs no restart. */
class KeyFile implements MasterKeys {
  private read: { readonly stamp: string; readonly ring: KeyRing } | undefined;

  constructor(
    private readonly path: string,
    private readonly closed = OTHERS,
  ) {}

  async ids(): Promise<readonly string[]> {
    return [...(await this.ring()).keys()];
  }

  async wrap(name: string, key: Uint8Array): Promise<Wrapped> {
    return wrapWith(await this.ring(), name, key);
  }

  async unwrap(name: string, wrapped: Wrapped): Promise<Uint8Array> {
    const known = this.read?.ring.has(wrapped.masterId) ? this.read.ring : await this.ring();
    return unwrapWith(known, name, wrapped);
  }

  async add(): Promise<string> {
    const ring = withNewKey(await this.ring(), new Date());
    await this.replace(ring);
    return [...ring.keys()].at(-1) as string;
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.replace(new Map([...(await this.ring())].filter(([id]) => !ids.includes(id))));
  }

  async ring(): Promise<KeyRing> {
    const { mode, mtimeNs, ino } = await stat(this.path, { bigint: true });
    mustBePrivate(Number(mode), this.path, this.closed);
    const stamp = `${ino} ${mtimeNs}`;
    if (this.read?.stamp !== stamp) this.read = { stamp, ring: readKeyRing(await readFile(this.path, 'utf8')) };
    return this.read.ring;
  }

  private async replace(ring: KeyRing): Promise<void> {
    if (ring.size === 0) throw new BadMasterKeys('the last master key stays');
    await rename(await writeBeside(this.path, ring), this.path);
    await syncFolder(this.path);
  }
}

/** Keys in a file of their own, made where there is none; its group may read it, as where secrets are mounted. Refuses a file that others may read. */
export const keysInFile = async (path: string): Promise<MasterKeys> => opened(path, OTHERS_THAN_GROUP);

const opened = async (path: string, closed: number): Promise<KeyFile> => {
  await createIfMissing(path);
  const file = new KeyFile(path, closed);
  await file.ring();
  return file;
};

/** The keys of a data folder, in `keys/master.keys`; made at the first start. Refuses a file that anybody else may read. */
export const keysInFolder = async (dataFolder: string): Promise<MasterKeys> => opened(join(dataFolder, 'keys', 'master.keys'), OTHERS);

/** The environment's keys, or else those of a data folder. */
export const keysAt = async (env: Readonly<Record<string, string | undefined>>, dataFolder: string): Promise<MasterKeys> =>
  keysOfEnvironment(env) ?? keysInFolder(dataFolder);
