import { fork, type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { asideOf } from '@perspectief/evaluation-work';
import type { Ending, Job } from '@perspectief/evaluation-register';
import type { FromWorker } from './worker-words.js';

/** As it was built: a worker is a program of its own. */
const PROGRAM = fileURLToPath(new URL('../../dist/jobs/worker-main.js', import.meta.url));

/** Everybody else on this machine goes first. */
const POLITE = 10;

/** From outside, before it has begun: a program that says so itself leaves the threads that it already has where they were. */
const politely = ({ pid }: ChildProcess): void => {
  try {
    if (pid !== undefined) setPriority(pid, POLITE);
  } catch {
    // It has gone already, which is heard of elsewhere.
  }
};

export interface WorkerSettings {
  readonly databaseUrl: string;
  readonly eventStoreUrl?: string | undefined;
  readonly folder: string;
  readonly sealFile: string;
}

/** No more of the environment than a program needs to run: nothing else of it can be in a worker's memory. */
const environmentOf = ({ databaseUrl, eventStoreUrl, folder, sealFile }: WorkerSettings, aside: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'], HOME: aside, TMPDIR: aside, NODE_ENV: process.env['NODE_ENV'], PERSPECTIEF_COMMIT: process.env['PERSPECTIEF_COMMIT'],
  EVALUATION_DATABASE_URL: databaseUrl, EVALUATION_FOLDER: folder, EVALUATION_SEAL_FILE: sealFile, ...(eventStoreUrl !== undefined && { EVENT_STORE_URL: eventStoreUrl }),
});

/** One job in a process of its own. `ended` says how it ended; undefined where the process died before it could. */
export class WorkerProcess {
  readonly ended: Promise<Ending | undefined>;
  eventsRead = 0;

  private constructor(private readonly child: ChildProcess) {
    politely(child);
    let ending: Ending | undefined;
    child.on('message', (word: FromWorker) => {
      if ('read' in word) this.eventsRead += word.read;
      else ending = word.ending;
    });
    this.ended = new Promise((resolve) => {
      child.once('error', () => resolve(undefined));
      child.once('exit', () => resolve(ending));
    });
  }

  static async start(job: Job, settings: WorkerSettings): Promise<WorkerProcess> {
    const aside = asideOf(settings.folder, job);
    await mkdir(aside, { recursive: true });
    return new WorkerProcess(fork(PROGRAM, [job.id], { env: environmentOf(settings, aside), execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** At once: what it wrote so far is thrown away by whoever started it. */
  kill(): void {
    this.child.kill('SIGKILL');
  }
}
