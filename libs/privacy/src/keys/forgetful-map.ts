interface Kept<V> {
  readonly value: Promise<V>;
  readonly until: number;
}

/** Keeps what was read for a while, and reads what is missing once, however many ask. What is forgotten while it is read is not kept. */
export class ForgetfulMap<K, V> {
  private kept = new Map<K, Kept<V>>();

  constructor(
    private readonly size: number,
    /** Milliseconds. */
    private readonly life: number,
    private readonly now: () => number = Date.now,
  ) {}

  clear(): void {
    this.kept = new Map();
  }

  delete(key: K): void {
    this.kept.delete(key);
  }

  /** Milliseconds since 1970; 0 for what is not kept. */
  until(key: K): number {
    return this.kept.get(key)?.until ?? 0;
  }

  async all(keys: readonly K[], read: (missing: readonly K[]) => Promise<ReadonlyMap<K, V>>): Promise<ReadonlyMap<K, V>> {
    const wanted = [...new Set(keys)];
    const missing = wanted.filter((key) => (this.kept.get(key)?.until ?? 0) <= this.now());
    if (missing.length > 0) this.keep(missing, read(missing));
    const found = wanted.map(async (key) => [key, await (this.kept.get(key) as Kept<V>).value] as const);
    this.shrink();
    return new Map(await Promise.all(found));
  }

  private keep(keys: readonly K[], reading: Promise<ReadonlyMap<K, V>>): void {
    const until = this.now() + this.life;
    for (const key of keys) {
      const value = reading.then((found) => found.get(key) as V);
      const entry = { value, until };
      value.catch(() => this.kept.get(key) === entry && this.kept.delete(key));
      this.kept.delete(key);
      this.kept.set(key, entry);
    }
  }

  private shrink(): void {
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.size) return;
      this.kept.delete(oldest);
    }
  }
}
