import type { Recorded, Refusal, Uuid } from '@perspectief/kernel';
import { Corrupt, type CopyableLog, type ReadAllOptions, type StoredReceipt } from '@perspectief/event-store';
import pg from 'pg';
import { readAddress } from './address.js';
import { Reading } from './reading.js';
import { APPEND_LIMIT, assertFits, sizeOf } from './sizes.js';
import type { StoredEvent } from './stored-event.js';
import { Wire } from './wire/wire.js';

const TAKE_IDS = `insert into kurrent.event_ids (id, command_id)
  select (e ->> 'id')::uuid, (e ->> 'commandId')::uuid from jsonb_array_elements($1::jsonb) e on conflict do nothing`;

const RECEIPTS = `select command_id, body_hash, stream, version_before, version_after, refused from kurrent.receipts
  where attempt is null and ($1::uuid is null or command_id > $1) order by command_id limit $2`;

const TAKE_RECEIPTS = `insert into kurrent.receipts (command_id, body_hash, stream, version_before, version_after, refused)
  select (r ->> 'commandId')::uuid, r ->> 'hash', r ->> 'stream', (r -> 'outcome' ->> 'before')::integer, (r -> 'outcome' ->> 'after')::integer, r -> 'outcome' -> 'refused'
  from jsonb_array_elements($1::jsonb) r on conflict do nothing`;

interface Row {
  readonly command_id: Uuid;
  readonly body_hash: string;
  readonly stream: string;
  readonly version_before: number;
  readonly version_after: number;
  readonly refused: Refusal | null;
}

const storedAgain = ({ id, type, data, schemaVersion, happenedOn, recordedAt, actor, commandId, municipality, correlationId, causationId }: Recorded): StoredEvent => ({
  id,
  type,
  data,
  metadata: { schemaVersion, happenedOn, recordedAt, actor, commandId, municipality, $correlationId: correlationId, $causationId: causationId },
});

/** Neighbours of one stream that fit in one append: order is kept, with as few calls as may be. */
const runsIn = (events: readonly Recorded[]): Recorded[][] => {
  const runs: Recorded[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = sizeOf(storedAgain(event));
    const run = runs.at(-1);
    if (run?.[0]?.stream === event.stream && bytes + size <= APPEND_LIMIT) [bytes] = [bytes + size, run.push(event)];
    else [bytes] = [size, runs.push([event])];
  }
  return runs;
};

/** The log in KurrentDB or EventStoreDB, to copy from or to; its receipts in PostgreSQL. Run `migrateLedger` first. */
export class KurrentLogCopy implements CopyableLog {
  readonly store: { readonly readAll: (options: ReadAllOptions) => Promise<Recorded[]> };
  private readonly wire: Wire;
  private readonly pool: pg.Pool;

  constructor(url: string, receiptsUrl: string, production = process.env['NODE_ENV'] === 'production') {
    const address = readAddress(url, production);
    this.pool = new pg.Pool({ application_name: 'perspectief copy', connectionString: receiptsUrl, max: 2 });
    this.pool.on('error', () => undefined);
    this.wire = new Wire(address);
    const reading = new Reading(this.wire, address.prefix);
    this.store = { readAll: (options) => reading.all(options) };
  }

  /** One append after the other. Each has its exact revision and the ids of old, so that a part done before is found, not done again. */
  async takeOver(events: readonly Recorded[]): Promise<void> {
    await this.pool.query(TAKE_IDS, [JSON.stringify(events.map(({ id, commandId }) => ({ id, commandId })))]);
    for (const run of runsIn(events)) {
      const first = run[0] as Recorded;
      const stored = run.map(storedAgain);
      assertFits(stored);
      const written = await this.wire.patiently(() => this.wire.append(first.stream, first.streamVersion - 1, stored));
      if (!written) throw new Corrupt(`stream ${first.stream} of the target is not where the copy left it`);
    }
  }

  async receipts(after: Uuid | undefined, limit: number): Promise<readonly StoredReceipt[]> {
    const { rows } = await this.pool.query<Row>(RECEIPTS, [after ?? null, limit]);
    return rows.map((row) => ({
      commandId: row.command_id,
      hash: row.body_hash,
      stream: row.stream,
      outcome: row.refused ? { refused: row.refused } : { before: row.version_before, after: row.version_after },
    }));
  }

  async takeReceipts(receipts: readonly StoredReceipt[]): Promise<void> {
    await this.pool.query(TAKE_RECEIPTS, [JSON.stringify(receipts)]);
  }

  async close(): Promise<void> {
    await this.wire.close();
    await this.pool.end();
  }
}
