import type { Recorded } from '@perspectief/kernel';
import type { Position } from '../event-store.js';
import type { CopyableLog } from './copyable-log.js';
import { digestOf, everyEvent, everyReceipt, fingerprint, sameDigest, type LogDigest } from './log-digest.js';

export interface CopyOptions {
  readonly batchSize?: number;
  /** Events compared, written and read back so far. */
  readonly onProgress?: (step: 'compared' | 'copied' | 'proved', events: number) => void;
  /** Stops between two batches; the next run goes on from there. */
  readonly signal?: AbortSignal;
}

export interface CopyReport {
  /** Events that were there already, from an earlier run. */
  readonly found: number;
  readonly copied: number;
  readonly from: LogDigest;
  readonly to: LogDigest;
  readonly equal: boolean;
}

/** The target holds something that is not the beginning of the source: nothing was written. */
export class AnotherLog extends Error {
  constructor(readonly nr: number) {
    super(`the target is another log: its event ${nr} is not event ${nr} of the source`);
    this.name = 'AnotherLog';
  }
}

/** Where both stand when the target's events have all been found at the beginning of the source. */
const beginning = async (from: CopyableLog, to: CopyableLog, batchSize: number, onFound: (events: number) => void): Promise<{ found: number; cursor: Position | undefined }> => {
  let [found, cursor]: [number, Position | undefined] = [0, undefined];
  for await (const theirs of everyEvent(to, batchSize)) {
    const ours: readonly Recorded[] = await from.store.readAll({ after: cursor, limit: theirs.length });
    const odd = theirs.findIndex((event, n) => !ours[n] || fingerprint(event) !== fingerprint(ours[n]));
    if (odd >= 0) throw new AnotherLog(found + odd + 1);
    found += theirs.length;
    cursor = ours.at(-1)?.position;
    onFound(theirs.length);
  }
  return { found, cursor };
};

/**
 * Copies a log with its receipts and proves that both say the same, by reading both again from the first event. Interrupted, it is run
 * again: what is there is compared first, and the copy goes on behind it. Nobody may write to either of them meanwhile.
 */
export const copyLog = async (from: CopyableLog, to: CopyableLog, { batchSize = 500, onProgress = () => undefined, signal }: CopyOptions = {}): Promise<CopyReport> => {
  const { found, cursor } = await beginning(from, to, batchSize, (events) => {
    signal?.throwIfAborted();
    onProgress('compared', events);
  });
  let copied = 0;
  for await (const events of everyEvent(from, batchSize, cursor)) {
    signal?.throwIfAborted();
    await to.takeOver(events);
    copied += events.length;
    onProgress('copied', events.length);
  }
  for await (const receipts of everyReceipt(from, batchSize)) await to.takeReceipts(receipts);
  const proved = (events: number): void => {
    signal?.throwIfAborted();
    onProgress('proved', events);
  };
  const digests = [await digestOf(from, batchSize, proved), await digestOf(to, batchSize, proved)] as const;
  return { found, copied, from: digests[0], to: digests[1], equal: sameDigest(...digests) };
};
