import type { Recorded, Refusal, Uuid } from '@perspectief/kernel';
import type { EventStore } from '../event-store.js';

/** What is stored of a command: events after `before` up to and with `after`, or a refusal. */
export interface StoredReceipt {
  readonly commandId: Uuid;
  readonly hash: string;
  readonly stream: string;
  readonly outcome: { readonly before: number; readonly after: number } | { readonly refused: Refusal };
}

/** A log that can be read for copying, or filled from another one. Nobody else writes to it meanwhile. */
export interface CopyableLog {
  readonly store: Pick<EventStore, 'readAll'>;
  /** Writes events as they stood elsewhere, in this order: all but the place in the order stays. Done twice, it is done once or refused. */
  takeOver(events: readonly Recorded[]): Promise<void>;
  /** By command id. */
  receipts(after: Uuid | undefined, limit: number): Promise<readonly StoredReceipt[]>;
  /** What is there already stays. */
  takeReceipts(receipts: readonly StoredReceipt[]): Promise<void>;
  close(): Promise<void>;
}
