import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import type { FinishedJob } from '@perspectief/assembly/reading';
import { refuse } from '@perspectief/kernel';
import type { Ending, Job, Jobs } from '@perspectief/evaluation-register';
import type { Studies } from '@perspectief/evaluation-records';
import { asideOf, cutThatWasRecorded, datasetFolder } from '@perspectief/evaluation-work';
import { JobBell } from './job-bell.js';
import { WorkerProcess, type WorkerSettings } from './worker-process.js';

/** Held by the one instance that runs jobs; the others answer questions. */
const RUNNER_LOCK = 7_705;
/** How often progress is written down, in milliseconds, and who else takes over where the one that ran jobs is gone. */
const LOOK_EVERY = 500;

export interface RunnerSources {
  readonly database: DataSource;
  readonly jobs: Jobs;
  readonly studies: Studies;
  readonly settings: WorkerSettings;
  readonly complain: (what: string, cause: unknown) => void;
  /** Hears of each job that ended. */
  readonly onEnd?: ((done: FinishedJob) => void) | undefined;
  readonly lookEvery?: number;
}

const failed = (code: 'WORKER_STOPPED' | 'INTERRUPTED'): Ending => ({ state: 'failed', refusal: refuse(code).refused });

/** Does what was asked for, one job after another, each in a process of its own. */
export class JobRunner {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private worker: WorkerProcess | undefined;

  constructor(private readonly sources: RunnerSources) {}

  private get lookEvery(): number {
    return this.sources.lookEvery ?? LOOK_EVERY;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** What runs is stopped and waits no more: the next start says of it that it was interrupted. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.worker?.kill();
    await this.running;
  }

  /** Of the worker that runs now, for whoever measures or tests. */
  get workerPid(): number | undefined {
    return this.worker?.pid;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.turn().catch((error: unknown) => this.sources.complain('jobs of the evaluation wait', error));
      await this.wait();
    }
  }

  /** Holds the lock on a connection of its own: it goes with the connection, also when this process dies. */
  private async turn(): Promise<void> {
    const holder = this.sources.database.createQueryRunner();
    try {
      const [row]: { held: boolean }[] = await holder.query(`select pg_try_advisory_lock(${RUNNER_LOCK}) as held`);
      if (!row?.held) return;
      const bell = await JobBell.over(holder);
      await this.clearUp();
      await this.workWhileHeld(holder, bell).finally(() => bell.close());
    } finally {
      await holder.query(`select pg_advisory_unlock(${RUNNER_LOCK})`).catch(() => undefined);
      await holder.release();
    }
  }

  private async workWhileHeld(holder: QueryRunner, bell: JobBell): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await holder.query('select 1');
      const job = await this.sources.jobs.takeNext();
      if (job) await this.do(job, bell);
      else await bell.rings(this.lookEvery, this.stopping.signal);
    }
  }

  /** Nobody runs these any more: whoever did is gone. */
  private async clearUp(): Promise<void> {
    const { jobs, settings } = this.sources;
    for (const job of await jobs.running()) await jobs.end(job.id, await this.afterDeath(job, 'INTERRUPTED'));
    await rm(dirname(asideOf(settings.folder, { id: 'any' })), { recursive: true, force: true });
  }

  private async do(job: Job, bell: JobBell): Promise<void> {
    const startedAt = performance.now();
    const { jobs, settings } = this.sources;
    await jobs.countEvents(job.id).catch(() => undefined);
    const worker = await WorkerProcess.start(job, settings);
    this.worker = worker;
    let cancelled = false;
    const watching = new AbortController();
    const watch = (async () => {
      while (!watching.signal.aborted) {
        cancelled ||= await jobs.read(job.id, worker.eventsRead).catch(() => false);
        if (cancelled) worker.kill();
        await bell.rings(this.lookEvery, watching.signal);
      }
    })();
    const told = await worker.ended;
    watching.abort();
    await watch;
    this.worker = undefined;
    await jobs.read(job.id, worker.eventsRead).catch(() => undefined);
    // Stopped with the service: the next start clears up, and says so.
    if (told === undefined && this.stopping.signal.aborted) return;
    const became = told ?? (await this.afterDeath(job, 'WORKER_STOPPED'));
    const ending: Ending = cancelled && told === undefined && became.state === 'failed' ? { state: 'cancelled' } : became;
    await jobs.end(job.id, ending);
    this.sources.onEnd?.({ id: job.id, kind: job.request.kind, state: ending.state, eventsRead: worker.eventsRead, startedAt, endedAt: performance.now() });
    await rm(asideOf(settings.folder, job), { recursive: true, force: true });
  }

  /** A data set that was on record by then is done; anything else that the worker left is thrown away. */
  private afterDeath(job: Job, code: 'WORKER_STOPPED' | 'INTERRUPTED'): Promise<Ending> {
    return this.sources.jobs.held(job.id, () => this.throwAway(job, code));
  }

  private async throwAway(job: Job, code: 'WORKER_STOPPED' | 'INTERRUPTED'): Promise<Ending> {
    const { folder } = this.sources.settings;
    const recorded = await cutThatWasRecorded(job, await this.sources.studies.find(job.studyId), folder);
    if (recorded) return recorded;
    const place = datasetFolder(folder, job);
    const beside = await readdir(dirname(place)).catch(() => [] as string[]);
    for (const name of beside.filter((one) => one === job.id || one.startsWith(`${job.id}.`))) await rm(join(dirname(place), name), { recursive: true, force: true });
    return failed(code);
  }

  private wait(): Promise<void> {
    return pause(this.lookEvery, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
