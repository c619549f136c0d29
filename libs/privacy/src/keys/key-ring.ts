import { randomBytes } from 'node:crypto';
import { close, KEY_BYTES, newKey, open } from '../cipher.js';
import { BadMasterKeys, UnknownMasterKey, type MasterKeys, type Wrapped } from './master-keys.js';

/** Master keys by id, oldest first. */
export type KeyRing = ReadonlyMap<string, Uint8Array>;

const ID = /^[A-Za-z0-9-]{1,64}$/;

/** `id:base64`, one or more, between commas or on lines of their own. What stands wrong is named by its place, never shown. */
export const readKeyRing = (text: string): KeyRing => {
  const entries = text.split(/[\s,]+/).filter((part) => part !== '');
  const ring = new Map(
    entries.map((entry, n) => {
      const [id = '', key = ''] = entry.split(':');
      const bytes = Buffer.from(key, 'base64');
      if (!ID.test(id) || bytes.length !== KEY_BYTES) throw new BadMasterKeys(`master key ${n + 1} is not an id and ${KEY_BYTES} bytes in base64`);
      return [id, bytes] as const;
    }),
  );
  if (ring.size === 0 || ring.size !== entries.length) throw new BadMasterKeys('there is no master key, or one id stands twice');
  return ring;
};

export const writeKeyRing = (ring: KeyRing): string =>
  [...ring].map(([id, key]) => `${id}:${Buffer.from(key).toString('base64')}\n`).join('');

/** A new ring with one more key, named by the moment that it was made and something that no other has. */
export const withNewKey = (ring: KeyRing, now: Date): KeyRing => {
  const moment = now.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '');
  return new Map([...ring, [`m${moment}-${randomBytes(4).toString('hex')}`, newKey()]]);
};

export const wrapWith = (ring: KeyRing, name: string, key: Uint8Array): Wrapped => {
  const [masterId, master] = [...ring].at(-1) as [string, Uint8Array];
  return { masterId, bytes: close(master, key, `key ${name}`) };
};

export const unwrapWith = (ring: KeyRing, name: string, { masterId, bytes }: Wrapped): Uint8Array => {
  const master = ring.get(masterId);
  if (!master) throw new UnknownMasterKey(masterId);
  return open(master, bytes, `key ${name}`);
};

/** Keys that stand in memory for as long as the process lives: of the environment, or thrown away after a test. */
export const keysInMemory = (ring: KeyRing): MasterKeys => ({
  ids: async () => [...ring.keys()],
  wrap: async (name, key) => wrapWith(ring, name, key),
  unwrap: async (name, wrapped) => unwrapWith(ring, name, wrapped),
});

export const ENVIRONMENT = 'PERSPECTIEF_MASTER_KEYS';

/** Undefined where the environment names none. */
export const keysOfEnvironment = (env: Readonly<Record<string, string | undefined>>): MasterKeys | undefined => {
  const text = env[ENVIRONMENT];
  return text === undefined || text.trim() === '' ? undefined : keysInMemory(readKeyRing(text));
};

/** Nobody has them but this process: what they seal is gone when it ends. For tests and throw-away databases. */
export const throwAwayKeys = (): MasterKeys => keysInMemory(withNewKey(new Map(), new Date()));
