import { resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import { allEvents, complain as toLog, openLogToRead, type Tracing } from '@perspectief/assembly/reading';
import { Cases, DataSets, LogToRead, StudyDesk } from '@perspectief/evaluation-api';
import { AskLog, Cohorts, connectEvaluation, Jobs, Releases, Staff } from '@perspectief/evaluation-register';
import { Studies } from '@perspectief/evaluation-records';
import { keysInFile } from '@perspectief/privacy/key-file';
import { codecOf } from '@perspectief/runtime';
import { JobRunner } from './jobs/job-runner.js';

export interface EvaluationSettings {
  /** With the evaluation's own login: the database itself refuses it all that it has no business with. */
  readonly databaseUrl: string;
  /** Where the log is when it is not in the database. */
  readonly eventStoreUrl?: string | undefined;
  /** Where data sets are kept. */
  readonly folder: string;
  /** The file that study keys are sealed with; it opens no personal data. Made where there is none. */
  readonly sealFile: string;
  readonly complain?: (what: string, cause: unknown) => void;
  /** Where a collector takes traces: each job is one. */
  readonly tracing?: Tracing | undefined;
  readonly lookEvery?: number;
}

/** Everything behind the edge of the evaluation. It has no key, and no way to ask for one. */
export interface Evaluation {
  readonly database: DataSource;
  readonly staff: Staff;
  readonly studies: Studies;
  readonly jobs: Jobs;
  readonly askLog: AskLog;
  readonly cohorts: Cohorts;
  readonly releases: Releases;
  readonly dataSets: DataSets;
  readonly log: LogToRead;
  readonly cases: Cases;
  readonly desk: StudyDesk;
  readonly runner: JobRunner;
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/** @throws EvaluationNotPrepared, UnknownMasterKey where study keys are sealed with a seal that is not here, BadMasterKeys */
export const openEvaluation = async (settings: EvaluationSettings): Promise<Evaluation> => {
  const { databaseUrl, eventStoreUrl, complain = toLog, tracing, lookEvery } = settings;
  const [folder, sealFile] = [resolve(settings.folder), resolve(settings.sealFile)];
  const database = await connectEvaluation(databaseUrl);
  const store = await openLogToRead({ databaseUrl, eventStoreUrl, poolSize: 4, complain });
  const studies = new Studies(database, await keysInFile(sealFile));
  await studies.keys.sealAll();
  const [staff, jobs, askLog, cohorts] = [new Staff(database), new Jobs(database), new AskLog(database), new Cohorts(database, studies.keys)];
  const releases = new Releases(database, studies);
  const log = new LogToRead(store, codecOf(allEvents));
  const leads = {
    studyOfJob: async (id: string) => (await jobs.find(id))?.studyId,
    studyOfRelease: async (id: string) => (await releases.find(id))?.studyId,
  };
  const runner = new JobRunner({ database, jobs, studies, settings: { databaseUrl, eventStoreUrl, folder, sealFile }, complain, onEnd: tracing && ((done) => tracing.job(done)), ...(lookEvery !== undefined && { lookEvery }) });
  return {
    database, staff, studies, jobs, askLog, cohorts, releases, log, runner,
    dataSets: new DataSets(jobs, folder),
    cases: new Cases(studies, cohorts, log),
    desk: new StudyDesk({ staff, log: askLog, studies, leads }),
    isReady: () => database.query('select 1').then(() => true, () => false),
    close: async () => {
      await runner.stop();
      await tracing?.close();
      await store.close();
      await database.destroy();
    },
  };
};
