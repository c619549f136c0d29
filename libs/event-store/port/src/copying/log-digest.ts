import { createHash } from 'node:crypto';
import type { Recorded, Uuid } from '@perspectief/kernel';
import { Corrupt } from '../errors.js';
import type { Position } from '../event-store.js';
import type { CopyableLog, StoredReceipt } from './copyable-log.js';

/** What a log says, in few words: two logs with the same digest say the same, in the same order. */
export interface LogDigest {
  readonly events: number;
  readonly streams: number;
  readonly receipts: number;
  /** SHA-256 over every event in the one order: everything but its place. */
  readonly order: string;
  /** SHA-256 over each stream and its last version. */
  readonly heads: string;
  /** SHA-256 over every receipt by command id. */
  readonly outcomes: string;
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
};

/** One text for one meaning: stores keep keys in different orders. */
export const fingerprint = ({ position: _, ...event }: Recorded): string => JSON.stringify(sorted(event));

export const sameDigest = (a: LogDigest, b: LogDigest): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Every event of a log, page after page. */
export async function* everyEvent(log: CopyableLog, batchSize: number, after?: Position): AsyncGenerator<readonly Recorded[], void, void> {
  for (let cursor = after; ; ) {
    const events = await log.store.readAll({ after: cursor, limit: batchSize });
    if (events.length === 0) return;
    yield events;
    cursor = events.at(-1)?.position;
  }
}

export async function* everyReceipt(log: CopyableLog, batchSize: number): AsyncGenerator<readonly StoredReceipt[], void, void> {
  for (let cursor: Uuid | undefined; ; ) {
    const receipts = await log.receipts(cursor, batchSize);
    if (receipts.length === 0) return;
    yield receipts;
    cursor = receipts.at(-1)?.commandId;
  }
}

/** Reads the whole log. Throws `Corrupt` where a stream has a gap. */
export const digestOf = async (log: CopyableLog, batchSize: number, onRead: (events: number) => void = () => undefined): Promise<LogDigest> => {
  const [order, heads, outcomes] = [createHash('sha256'), createHash('sha256'), createHash('sha256')];
  const versions = new Map<string, number>();
  let [events, receipts] = [0, 0];
  for await (const page of everyEvent(log, batchSize)) {
    for (const event of page) {
      if (event.streamVersion !== (versions.get(event.stream) ?? 0) + 1) throw new Corrupt(`stream ${event.stream} has a gap before version ${event.streamVersion}`);
      versions.set(event.stream, event.streamVersion);
      order.update(fingerprint(event)).update('\n');
    }
    events += page.length;
    onRead(page.length);
  }
  for (const stream of [...versions.keys()].sort()) heads.update(`${stream} ${versions.get(stream)}\n`);
  for await (const page of everyReceipt(log, batchSize)) {
    for (const receipt of page) outcomes.update(JSON.stringify(sorted(receipt))).update('\n');
    receipts += page.length;
  }
  return { events, streams: versions.size, receipts, order: order.digest('hex'), heads: heads.digest('hex'), outcomes: outcomes.digest('hex') };
};
