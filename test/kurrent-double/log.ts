import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';

export type Expected = bigint | 'any' | 'no_stream' | 'stream_exists';

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface Stored extends Proposed {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** Ticks of 100 nanoseconds since 1970. */
  readonly created: bigint;
}

export type WriteResult =
  | { readonly kind: 'written'; readonly revision: bigint; readonly position: bigint | undefined }
  | { readonly kind: 'wrong-version'; readonly current: bigint | undefined }
  /** The first of these events stands there, and a later one does not: no second try, and no write of its own. */
  | { readonly kind: 'half-there' }
  | { readonly kind: 'deleted' };

const LAST_REVISION = 2n ** 63n - 1n;
/** Recent events that an append without an exact revision is compared with; lost with the process, as on the server. */
const CACHE = 1_000;
/** Who led when: it takes its place in the log, and no read of all shows it. */
const EPOCHS = '$epoch-information';

/** Whether a read of all, or a subscription to all, shows it. */
export const isShown = ({ stream }: Stored): boolean => stream !== EPOCHS;

/** What is on the disk of the double: one log, total order, positions that are byte offsets. */
export class DoubleLog {
  readonly news = new EventEmitter().setMaxListeners(0);
  private all: Stored[] = [];
  private streams = new Map<string, Stored[]>();
  private tombstoned = new Set<string>();
  private recent = new Map<string, Stored>();
  private end = 0n;

  constructor() {
    this.begin();
  }

  /** An event of the server's own, as it writes them all day. */
  systemEvent(stream = '$double-statistics'): void {
    this.store(stream, [{ id: randomUUID(), type: '$statistics', contentType: 'application/json', data: Buffer.from('{}'), metadata: new Uint8Array() }]);
  }

  /** An event of another program on the same server, with nothing in it that we know. */
  foreignEvent(nr: number): void {
    this.store(`elsewhere-${nr % 7}`, [{ id: randomUUID(), type: 'ElsewhereHappened', contentType: 'application/octet-stream', data: Buffer.from([nr % 256]), metadata: new Uint8Array() }]);
  }

  /** As after a start of the server: what was only in memory is gone, and a new epoch is written. */
  begin(): void {
    this.recent.clear();
    this.systemEvent(EPOCHS);
    this.systemEvent();
  }

  forgetEverything(): void {
    [this.all, this.streams, this.tombstoned, this.end] = [[], new Map(), new Set(), 0n];
  }

  /** As after a restore from a backup that was made when this was the last event: what came later is gone, and its places are given again. */
  restoreUntil(last: Stored): void {
    this.end = this.endOf(last);
    this.all = this.all.slice(0, this.all.indexOf(last) + 1);
    const kept = new Set(this.all);
    for (const [stream, events] of this.streams) this.streams.set(stream, events.filter((event) => kept.has(event)));
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): WriteResult {
    if (this.tombstoned.has(stream)) return { kind: 'deleted' };
    const current = this.currentRevision(stream);
    const hidden = current !== undefined && this.visible(stream).length === 0 && this.truncatedBefore(stream) > current;
    if (expected === 'stream_exists' && (hidden || current === undefined)) return { kind: 'wrong-version', current };
    const earlier = this.earlierWrite(stream, expected, events);
    if (earlier) return earlier;
    const meets =
      expected === 'any' || (expected === 'stream_exists' && current !== undefined && !hidden) ||
      (expected === 'no_stream' && (current === undefined || hidden)) || expected === current;
    if (!meets) return { kind: 'wrong-version', current };
    if (hidden && current !== undefined) this.setMetadata(stream, { $tb: Number(current + 1n) });
    const last = this.store(stream, events).at(-1);
    return { kind: 'written', revision: last?.revision ?? current ?? -1n, position: last?.position };
  }

  /** Soft: hidden until somebody writes again; revisions go on. */
  delete(stream: string, expected: Expected): WriteResult {
    const refused = this.refusal(stream, expected);
    if (refused) return refused;
    this.setMetadata(stream, { $tb: LAST_REVISION.toString() });
    return { kind: 'written', revision: LAST_REVISION, position: this.all.at(-1)?.position };
  }

  tombstone(stream: string, expected: Expected): WriteResult {
    const refused = this.refusal(stream, expected);
    if (refused) return refused;
    this.store(stream, [{ id: randomUUID(), type: '$streamDeleted', contentType: 'application/octet-stream', data: new Uint8Array(), metadata: new Uint8Array() }]);
    this.tombstoned.add(stream);
    return { kind: 'written', revision: LAST_REVISION, position: this.all.at(-1)?.position };
  }

  /** Undefined: not there, or hidden; 'deleted': tombstoned. */
  stream(stream: string): readonly Stored[] | 'deleted' | undefined {
    if (this.tombstoned.has(stream)) return 'deleted';
    const visible = this.visible(stream);
    return visible.length > 0 ? visible : this.currentRevision(stream) === undefined || this.truncatedBefore(stream) === LAST_REVISION ? undefined : visible;
  }

  everything(): readonly Stored[] {
    return this.all;
  }

  /** Index of the first event at or after the place; -1 where no event begins there, and it is not beyond the end. */
  indexAt(position: bigint): number {
    if (position >= this.end) return this.all.length;
    return this.all.findIndex((each) => each.position === position);
  }

  /** Index of the first event after the place: both halves of an event's own are where it begins, and the first counts before the second. */
  indexAfter(commit: bigint, prepare: bigint): number {
    const index = this.all.findIndex(({ position }) => position > commit || (position === commit && position > prepare));
    return index < 0 ? this.all.length : index;
  }

  /** Where the event after this one begins, or will. */
  endOf(event: Stored): bigint {
    return this.all[this.all.indexOf(event) + 1]?.position ?? this.end;
  }

  private currentRevision(stream: string): bigint | undefined {
    return this.streams.get(stream)?.at(-1)?.revision;
  }

  private refusal(stream: string, expected: Expected): WriteResult | undefined {
    if (this.tombstoned.has(stream)) return { kind: 'deleted' };
    const current = this.currentRevision(stream);
    if (typeof expected === 'bigint' && expected !== current) return { kind: 'wrong-version', current };
    return undefined;
  }

  /** With an exact revision: what stands there is compared, for ever. Without: only what is still in the cache. */
  private earlierWrite(stream: string, expected: Expected, events: readonly Proposed[]): WriteResult | undefined {
    const there = this.streams.get(stream) ?? [];
    const first = expected === 'no_stream' ? 0n : typeof expected === 'bigint' ? expected + 1n : undefined;
    const found = events.map(({ id }, n) => (first === undefined ? this.recent.get(`${stream} ${id}`) : there.find((each) => each.revision === first + BigInt(n) && each.id === id)));
    const last = found.at(-1);
    if (!found[0] || !last) return found[0] && { kind: 'half-there' };
    return found.includes(undefined) ? { kind: 'half-there' } : { kind: 'written', revision: last.revision, position: last.position };
  }

  private metadata(stream: string): { readonly $tb?: number | string; readonly $maxCount?: number } {
    const last = this.streams.get(`$$${stream}`)?.at(-1);
    return last ? (JSON.parse(Buffer.from(last.data).toString('utf8')) as { $tb?: number }) : {};
  }

  private setMetadata(stream: string, metadata: object): void {
    const data = Buffer.from(JSON.stringify(metadata));
    this.store(`$$${stream}`, [{ id: randomUUID(), type: '$metadata', contentType: 'application/json', data, metadata: new Uint8Array() }]);
  }

  private truncatedBefore(stream: string): bigint {
    return BigInt(this.metadata(stream).$tb ?? 0);
  }

  private visible(stream: string): readonly Stored[] {
    const { $maxCount } = this.metadata(stream);
    const before = this.truncatedBefore(stream);
    const left = (this.streams.get(stream) ?? []).filter(({ revision }) => revision >= before);
    return $maxCount === undefined ? left : left.slice(-$maxCount);
  }

  private store(stream: string, events: readonly Proposed[]): readonly Stored[] {
    const before = this.streams.get(stream) ?? [];
    const created = BigInt(Date.now()) * 10_000n;
    const first = (before.at(-1)?.revision ?? -1n) + 1n;
    const stored = events.map((event, n) => {
      const position = this.end;
      // The header of a record and its two lengths, roughly: offsets, never a count.
      this.end += BigInt(96 + 2 * stream.length + event.type.length + event.data.length + event.metadata.length);
      return { ...event, stream, revision: first + BigInt(n), position, created };
    });
    this.streams.set(stream, [...before, ...stored]);
    this.all.push(...stored);
    for (const each of stored) this.recent.set(`${stream} ${each.id}`, each);
    for (const key of [...this.recent.keys()].slice(0, Math.max(0, this.recent.size - CACHE))) this.recent.delete(key);
    this.news.emit('news');
    return stored;
  }
}
