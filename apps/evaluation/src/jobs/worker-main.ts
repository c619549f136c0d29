import { mkdir } from 'node:fs/promises';
import { allEvents, complain, openLogToRead } from '@perspectief/assembly/reading';
import { Cohorts, connectEvaluation, Jobs, Releases, type Ending } from '@perspectief/evaluation-register';
import { Studies } from '@perspectief/evaluation-records';
import { asideOf, doJob, runningCode } from '@perspectief/evaluation-work';
import { keysInFile } from '@perspectief/privacy/key-file';
import { codecOf } from '@perspectief/runtime';
import type { FromWorker } from './worker-words.js';

// A process that does one job and ends. It is told which, and where, by whoever started it; without that one it ends too.
const [, , jobId = ''] = process.argv;
const databaseUrl = process.env['EVALUATION_DATABASE_URL'] ?? '';
const folder = process.env['EVALUATION_FOLDER'] ?? '';
const BATCH = 2_000;

const tell = (word: FromWorker): Promise<void> => new Promise((resolve) => (process.send ? process.send(word, () => resolve()) : resolve()));

process.once('disconnect', () => process.exit(3));
// It may have gone while this program was still being loaded.
if (process.connected === false) process.exit(3);

const work = async (): Promise<Ending> => {
  const database = await connectEvaluation(databaseUrl, 3);
  const store = await openLogToRead({ databaseUrl, eventStoreUrl: process.env['EVENT_STORE_URL'], poolSize: 2, complain });
  try {
    const jobs = new Jobs(database);
    const job = await jobs.find(jobId);
    if (!job) throw new Error('a worker was started for a job that is not there');
    const studies = new Studies(database, await keysInFile(process.env['EVALUATION_SEAL_FILE'] ?? ''));
    const codec = codecOf(allEvents);
    const log = async function* () {
      for (let after: string | undefined; ; ) {
        const events = await store.readAll({ after, limit: BATCH });
        if (events.length === 0) return;
        after = events.at(-1)?.position;
        yield events.map((event) => codec.lift(event));
      }
    };
    await mkdir(asideOf(folder, job), { recursive: true });
    const tools = {
      database, studies, cohorts: new Cohorts(database, studies.keys), releases: new Releases(database, studies), log, folder, code: await runningCode(),
      now: () => new Date().toISOString(), onProgress: (events: number) => void tell({ read: events }),
    };
    return await jobs.held(jobId, async () => {
      // Who ended it meanwhile, because nobody seemed to do it, is not overruled.
      if ((await jobs.find(jobId))?.state !== 'running') throw new Error('the job was ended before a worker came to it');
      return doJob(job, tools);
    });
  } finally {
    await store.close();
    await database.destroy();
  }
};

try {
  await tell({ ending: await work() });
  process.exit(0);
} catch (error) {
  complain('a job of the evaluation broke', error);
  process.exit(1);
}
