import { clear, createStore, del, entries, get, set } from 'idb-keyval';

const KEEP_DAYS = 7;
const store = createStore('perspectief', 'vault');
const KEY = 'key';

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
  readonly keptAt: number;
}

let opened: Promise<CryptoKey> | undefined;

/** A key that never leaves the browser's own key store, made anew for every sign-in and every person. */
const keyOf = async (person: string): Promise<CryptoKey> => {
  const held = await get<{ person: string; key: CryptoKey }>(KEY, store);
  if (held?.person === person) return held.key;
  await clear(store);
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await set(KEY, { person, key }, store);
  return key;
};

/** Opens the vault of whoever is signed in; what somebody else left here is wiped. */
export const openVault = (person: string): void => {
  opened = keyOf(person);
  void opened.then(dropOld).catch(() => undefined);
};

const dropOld = async (): Promise<void> => {
  const before = Date.now() - KEEP_DAYS * 86_400_000;
  for (const [name, value] of await entries<string, Sealed>(store)) if (name !== KEY && value.keptAt < before) await del(name, store);
};

/** Keeps a value on this device, encrypted. Quietly keeps nothing where the browser has no store. */
export const keep = async (name: string, value: unknown): Promise<boolean> => {
  try {
    const key = await opened;
    if (!key) return false;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(value)));
    await set(name, { iv, bytes, keptAt: Date.now() } satisfies Sealed, store);
    return true;
  } catch {
    return false;
  }
};

const open = async (sealed: Sealed | undefined): Promise<unknown> => {
  const key = await opened;
  if (!key || !sealed) return undefined;
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.bytes);
  return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
};

/** What was kept under this name; undefined when there is nothing, or nothing that can be read. */
export const recall = async <Value>(name: string): Promise<Value | undefined> => {
  try {
    return (await open(await get<Sealed>(name, store))) as Value | undefined;
  } catch {
    return undefined;
  }
};

export const recallAll = async <Value>(prefix: string): Promise<readonly (readonly [string, Value])[]> => {
  try {
    const found: [string, Value][] = [];
    for (const [name, sealed] of await entries<string, Sealed>(store)) {
      if (!name.startsWith(prefix)) continue;
      const value = await open(sealed).catch(() => undefined);
      if (value !== undefined) found.push([name, value as Value]);
    }
    return found;
  } catch {
    return [];
  }
};

export const drop = (name: string): Promise<void> => del(name, store).catch(() => undefined);

/** At sign-out: key and texts are gone. */
export const forgetEverything = async (): Promise<void> => {
  opened = undefined;
  await clear(store).catch(() => undefined);
};
