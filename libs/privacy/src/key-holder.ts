import { createHmac } from 'node:crypto';
import { headOf, writeSealed, type KeyHolder, type Sealed, type Unsealed, type Uuid } from '@perspectief/kernel';
import { close, open } from './cipher.js';
import { installationKey } from './keys/installation-key.js';
import { KeyStore, type DataKey } from './keys/key-store.js';
import type { MasterKeys } from './keys/master-keys.js';
import type { Queryable } from './keys/queryable.js';

/** Seals and opens personal texts with the keys of households. */
export class Keys implements KeyHolder {
  private readonly store: KeyStore;
  private readonly listeners: (() => void)[] = [];
  private digestKey: Promise<Uint8Array> | undefined;

  /** Throws `UnknownMasterKey` where the database was written with other keys: nothing must be sealed with these. */
  static async open(database: Queryable, masters: MasterKeys): Promise<Keys> {
    const keys = new Keys(database, masters);
    await keys.digest('');
    return keys;
  }

  private constructor(
    private readonly database: Queryable,
    private readonly masters: MasterKeys,
  ) {
    this.store = new KeyStore(database, masters);
  }

  async seal(texts: readonly Unsealed[]): Promise<readonly string[]> {
    await this.store.of(texts.map(({ seal }) => seal.householdId));
    const keys = new Map<string, Promise<DataKey>>();
    const keyFor = ({ householdId, scope }: Unsealed['seal']): Promise<DataKey> => {
      const name = `${householdId}.${scope}`;
      const key = keys.get(name) ?? this.store.toSeal(householdId, scope);
      keys.set(name, key);
      return key;
    };
    return Promise.all(
      texts.map(async ({ seal, text }) => {
        const { generation, key } = await keyFor(seal);
        const named = { ...seal, generation };
        return writeSealed(named, close(key, Buffer.from(text), headOf(named)).toString('base64url'));
      }),
    );
  }

  async open(sealed: readonly Sealed[]): Promise<readonly (string | undefined)[]> {
    await this.store.of(sealed.map(({ seal }) => seal.householdId));
    const nameOf = ({ householdId, scope, generation }: Sealed['seal']): string => `${householdId}.${scope}.${generation}`;
    const named = new Map(sealed.map(({ seal }) => [nameOf(seal), seal]));
    const found = [...named].map(async ([name, { householdId, scope, generation }]) => [name, await this.store.toOpen(householdId, scope, generation)] as const);
    const keys = new Map(await Promise.all(found));
    return sealed.map(({ seal, head, box }) => {
      const key = keys.get(nameOf(seal));
      return key && open(key, Buffer.from(box, 'base64url'), head).toString();
    });
  }

  async isErased(householdId: Uuid): Promise<boolean> {
    return (await this.store.of([householdId])).get(householdId)?.erased ?? false;
  }

  async digest(text: string): Promise<string> {
    this.digestKey ??= installationKey(this.database, this.masters, 'command-digest').catch((error: unknown) => {
      this.digestKey = undefined;
      throw error;
    });
    return createHmac('sha256', await this.digestKey).update(text).digest('hex');
  }

  onDestroyed(listener: () => void): void {
    this.listeners.push(listener);
  }

  heldUntil(householdId: Uuid): number {
    return this.store.heldUntil(householdId);
  }

  /** Keys were destroyed, here or in another process. */
  forget(): void {
    this.store.forget();
    for (const listener of this.listeners) listener();
  }
}

/** This process was given no master key: it follows and projects the log, and takes no commands. */
export class NoKeys extends Error {
  constructor() {
    super('this process has no keys to personal data');
    this.name = 'NoKeys';
  }
}

const none = (): Promise<never> => Promise.reject(new NoKeys());

/** For processes that never seal or open. */
export const noKeys: KeyHolder & { forget(): void } = { seal: none, open: none, isErased: none, digest: none, onDestroyed: () => undefined, heldUntil: () => 0, forget: () => undefined };
