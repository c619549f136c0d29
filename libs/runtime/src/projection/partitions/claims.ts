import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { keyOf, nextStep, type Claim, type Standing } from './fair-share.js';

/** A worker that is not heard of for so long is taken for dead: seconds, by the clock of the server. */
const LEASE = 4;

const BEAT = `insert into runtime.workers (worker, until) values ($1, clock_timestamp() + make_interval(secs => ${LEASE}))
  on conflict (worker) do update set until = excluded.until`;
const ALIVE = `(select worker from runtime.workers where until > clock_timestamp())`;
const LOOK = `select c.reader, c.partition, a.worker as holder, (select count(*)::int from ${ALIVE} w) as workers
  from runtime.checkpoints c left join runtime.claims k using (reader, partition) left join ${ALIVE} a on a.worker = k.worker
  where c.reader = any($1) order by c.partition, c.reader`;
const TAKE = `insert into runtime.claims as k (reader, partition, worker) select reader, partition, $3::uuid from unnest($1::text[], $2::int[]) as t(reader, partition)
  on conflict (reader, partition) do update set worker = excluded.worker where k.worker not in ${ALIVE}
  returning reader, partition`;
const GIVE = `delete from runtime.claims where reader = $1 and partition = $2 and worker = $3`;
const LEAVE = [`delete from runtime.claims where worker = $1`, `delete from runtime.workers where worker = $1 or until < clock_timestamp() - interval '1 minute'`];

/**
 * Which partitions this worker writes, among all workers on the database. A lease is economy: it keeps two from doing the same work.
 * That nothing is written twice is the checkpoint's.
 */
export class Claims {
  private readonly me = randomUUID();
  private lately: ReadonlySet<string> = new Set();
  private adopted: ReadonlySet<string> = new Set();

  constructor(private readonly database: DataSource) {}

  /** Says that this worker lives, and takes what it should. Answers what it holds, and what of that it is to give away. */
  async beat(readers: readonly string[]): Promise<{ readonly held: readonly Claim[]; readonly release: readonly Claim[] }> {
    await this.database.query(BEAT, [this.me]);
    const rows = (await this.database.query(LOOK, [readers])) as (Claim & { readonly holder: string | null; readonly workers: number })[];
    const all: readonly Standing[] = rows.map(({ reader, partition, holder }) => ({ reader, partition, holder: holder ?? undefined }));
    const { take, adopt, release } = nextStep(this.me, { all, workers: rows[0]?.workers ?? 1 }, this.lately, this.adopted);
    const taken = take.length === 0 ? [] : ((await this.database.query(TAKE, [take.map((one) => one.reader), take.map((one) => one.partition), this.me])) as Claim[]);
    const held = [...all.filter(({ holder }) => holder === this.me), ...taken];
    const keys = new Set(held.map(keyOf));
    this.adopted = new Set([...this.adopted, ...adopt.map(keyOf)].filter((key) => keys.has(key)));
    this.lately = new Set(all.filter((one) => one.holder === undefined && !keys.has(keyOf(one))).map(keyOf));
    return { held, release };
  }

  async give({ reader, partition }: Claim): Promise<void> {
    await this.database.query(GIVE, [reader, partition, this.me]);
  }

  async leave(): Promise<void> {
    for (const statement of LEAVE) await this.database.query(statement, [this.me]);
  }
}
