import type { DataSource } from 'typeorm';
import type { Actor, Refusal, Uuid } from '@perspectief/kernel';
import type { FigureSpec } from '@perspectief/evaluation-figures';

/** What a job is to do. */
export type JobRequest =
  | { readonly kind: 'freeze'; readonly position: string }
  | { readonly kind: 'cut'; readonly cohortId: Uuid; readonly position: string; readonly expiresOn: string }
  | { readonly kind: 'release'; readonly cohortId: Uuid; readonly figures: readonly FigureSpec[] };

export const jobStates = ['waiting', 'running', 'done', 'refused', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** What came of it, by kind. */
export interface JobResult {
  readonly cohortId?: Uuid;
  readonly datasetId?: Uuid;
  readonly releaseIds?: readonly Uuid[];
}

export interface Job {
  readonly id: Uuid;
  readonly studyId: Uuid;
  readonly municipality: string;
  readonly request: JobRequest;
  readonly state: JobState;
  readonly askedBy: Actor;
  readonly askedAt: string;
  readonly beganAt?: string;
  readonly endedAt?: string;
  readonly eventsRead: number;
  /** Where the log can tell. */
  readonly eventsInAll?: number;
  readonly cancelAsked: boolean;
  readonly result?: JobResult;
  readonly refusal?: Refusal;
}

export type Ending =
  | { readonly state: 'done'; readonly result: JobResult }
  | { readonly state: 'refused' | 'failed'; readonly refusal: Refusal }
  | { readonly state: 'cancelled' };

interface Row {
  readonly id: Uuid;
  readonly study_id: Uuid;
  readonly municipality: string;
  readonly request: JobRequest;
  readonly state: JobState;
  readonly asked_by: string;
  readonly asked_role: string;
  readonly asked_at: Date;
  readonly began_at: Date | null;
  readonly ended_at: Date | null;
  readonly events_read: string;
  readonly events_in_all: string | null;
  readonly cancel_asked: boolean;
  readonly result: JobResult | null;
  readonly refusal: Refusal | null;
}

const jobOf = (row: Row): Job => ({
  id: row.id, studyId: row.study_id, municipality: row.municipality, request: row.request, state: row.state,
  askedBy: { id: row.asked_by, role: row.asked_role }, askedAt: row.asked_at.toISOString(), eventsRead: Number(row.events_read), cancelAsked: row.cancel_asked,
  ...(row.events_in_all !== null && { eventsInAll: Number(row.events_in_all) }),
  ...(row.began_at && { beganAt: row.began_at.toISOString() }), ...(row.ended_at && { endedAt: row.ended_at.toISOString() }),
  ...(row.result && { result: row.result }), ...(row.refusal && { refusal: row.refusal }),
});

/** Heavy work, waiting, running and done. */
export class Jobs {
  constructor(private readonly database: DataSource) {}

  /** The same id asked twice is one job. */
  async ask({ id, studyId, municipality, request, askedBy }: Pick<Job, 'id' | 'studyId' | 'municipality' | 'request' | 'askedBy'>): Promise<void> {
    await this.database.query(
      `insert into evaluation.jobs (id, study_id, municipality, kind, request, asked_by, asked_role) values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
      [id, studyId, municipality, request.kind, JSON.stringify(request), askedBy.id, askedBy.role],
    );
  }

  async find(id: Uuid): Promise<Job | undefined> {
    const [row]: Row[] = await this.database.query('select * from evaluation.jobs where id = $1', [id]);
    return row && jobOf(row);
  }

  /** The latest first. */
  async list(municipality: string, { studyId, limit }: { readonly studyId?: Uuid | undefined; readonly limit: number }): Promise<readonly Job[]> {
    const rows: Row[] = await this.database.query(
      `select * from evaluation.jobs where municipality = $1 and ($2::uuid is null or study_id = $2) order by number desc limit $3`, [municipality, studyId ?? null, limit]);
    return rows.map(jobOf);
  }

  /** The one that waits longest begins; no two take the same. */
  async takeNext(): Promise<Job | undefined> {
    const [rows]: [Row[], number] = await this.database.query(
      `update evaluation.jobs set state = 'running', began_at = clock_timestamp() where id =
        (select id from evaluation.jobs where state = 'waiting' order by number limit 1 for update skip locked) returning *`);
    return rows[0] && jobOf(rows[0]);
  }

  /** Answers whether it was asked to stop. */
  async read(id: Uuid, eventsRead: number): Promise<boolean> {
    const [rows]: [{ cancel_asked: boolean }[], number] = await this.database.query(
      `update evaluation.jobs set events_read = greatest(events_read, $2) where id = $1 returning cancel_asked`, [id, eventsRead]);
    return rows[0]?.cancel_asked ?? true;
  }

  /** How many events there are to read; where the log is elsewhere, nobody counts them. */
  async countEvents(id: Uuid): Promise<void> {
    await this.database.query(
      `update evaluation.jobs set events_in_all = nullif((select count(*) from log.events), 0) where id = $1`, [id]);
  }

  async end(id: Uuid, ending: Ending): Promise<void> {
    await this.database.query(
      `update evaluation.jobs set state = $2, ended_at = clock_timestamp(), result = $3, refusal = $4 where id = $1 and state in ('waiting', 'running')`,
      [id, ending.state, 'result' in ending ? JSON.stringify(ending.result) : null, 'refusal' in ending ? JSON.stringify(ending.refusal) : null],
    );
  }

  /** One that waits is cancelled at once, one that runs is asked to stop; one that ended stays as it is. */
  async cancel(id: Uuid): Promise<void> {
    await this.database.query(
      `update evaluation.jobs set cancel_asked = true, state = case state when 'waiting' then 'cancelled' else state end,
        ended_at = case state when 'waiting' then clock_timestamp() else ended_at end where id = $1 and state in ('waiting', 'running')`, [id]);
  }

  /**
   * For a worker, as long as it lives: a lock on a connection of its own, which goes when it dies. For whoever clears up after it, a
   * wait until it is gone: before that, it may still write.
   */
  async held<T>(id: Uuid, work: () => Promise<T>): Promise<T> {
    const holder = this.database.createQueryRunner();
    try {
      await holder.query('select pg_advisory_lock(hashtextextended($1, 7706))', [id]);
      return await work();
    } finally {
      await holder.query('select pg_advisory_unlock(hashtextextended($1, 7706))', [id]).catch(() => undefined);
      await holder.release();
    }
  }

  async running(): Promise<readonly Job[]> {
    const rows: Row[] = await this.database.query(`select * from evaluation.jobs where state = 'running' order by number`);
    return rows.map(jobOf);
  }

  /** The job that wrote a data set: its folder goes by that name. */
  async thatCut(datasetId: Uuid): Promise<Job | undefined> {
    const [row]: Row[] = await this.database.query(`select * from evaluation.jobs where result->>'datasetId' = $1`, [datasetId]);
    return row && jobOf(row);
  }
}
