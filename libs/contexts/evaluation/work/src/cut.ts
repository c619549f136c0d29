import { exportStudy, type KnownStudy } from '@perspectief/evaluation-records';
import { readManifest } from '@perspectief/evaluation-datasets';
import type { Ending, Job } from '@perspectief/evaluation-register';
import { datasetFolder, senderOf, type Tools } from './tools.js';

type Cut = Extract<Job['request'], { kind: 'cut' }>;

/** Writes the data set of a frozen cohort. What is laid aside stands in the temporary folder of the process. */
export const cutDataset = async (job: Job, { cohortId, position, expiresOn }: Cut, tools: Tools): Promise<Ending> => {
  const { studies, log, onProgress, code, folder } = tools;
  const exported = await exportStudy(studies, {
    studyId: job.studyId, cohortId, position, folder: datasetFolder(folder, job), expiresOn, code, sender: senderOf(job, tools), log, onProgress,
  });
  return 'refused' in exported ? { state: 'refused', refusal: exported.refused } : { state: 'done', result: { cohortId, datasetId: exported.manifest.datasetId } };
};

/** A job that was stopped after its data set was on record did its work; any other left nothing. */
export const cutThatWasRecorded = async (job: Job, study: KnownStudy | undefined, folder: string): Promise<Ending | undefined> => {
  if (job.request.kind !== 'cut') return undefined;
  const manifest = await readManifest(datasetFolder(folder, job));
  if (!manifest || !study?.state.datasets.includes(manifest.datasetId)) return undefined;
  return { state: 'done', result: { cohortId: job.request.cohortId, datasetId: manifest.datasetId } };
};
