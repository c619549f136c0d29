/** A data key as it is kept: which master key closed it, and the closed bytes. */
export interface Wrapped {
  readonly masterId: string;
  readonly bytes: Uint8Array;
}

/**
 * Where master keys are kept: a file, the environment, or a key management service that never lets its keys out.
 * `name` says which key is wrapped; one that is unwrapped under another name does not open.
 */
export interface MasterKeys {
  /** Oldest first; the last one wraps. */
  ids(): Promise<readonly string[]>;
  /** With the newest. */
  wrap(name: string, key: Uint8Array): Promise<Wrapped>;
  /** Throws `UnknownMasterKey`, or `CorruptSeal` where the bytes are not what was wrapped under this name. */
  unwrap(name: string, wrapped: Wrapped): Promise<Uint8Array>;
  /** Makes a new one, the newest from now on. Absent where somebody else makes them. */
  add?(): Promise<string>;
  /** Removes what nothing is wrapped with any more. Absent where somebody else does. */
  remove?(ids: readonly string[]): Promise<void>;
}

export class UnknownMasterKey extends Error {
  constructor(readonly masterId: string) {
    super(`master key ${masterId} is not here`);
    this.name = 'UnknownMasterKey';
  }
}

/** The keys are there, and not as they must be: other people may read them, or they are not keys. */
export class BadMasterKeys extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'BadMasterKeys';
  }
}
