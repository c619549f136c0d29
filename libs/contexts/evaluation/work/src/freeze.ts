import { deriveId, isRefused, refuse } from '@perspectief/kernel';
import type { KnownStudy } from '@perspectief/evaluation-records';
import type { Ending, Job } from '@perspectief/evaluation-register';
import { readCohort } from './read-cohort.js';
import { asideOf, senderOf, withEngine, type Tools } from './tools.js';

/** Fixes who is in the study at a position of the log: the fact and the list of cases are kept together. */
export const freezeCohort = async (job: Job, study: KnownStudy, position: string, tools: Tools): Promise<Ending> => {
  const { database, studies, cohorts, log, onProgress, folder } = tools;
  const { id: studyId, card, phase } = study.state;
  if (phase !== 'approved') return { state: 'refused', refusal: refuse('NOT_APPROVED').refused };
  const key = await studies.keys.of(studyId);
  if (!key) return { state: 'refused', refusal: refuse('KEY_DESTROYED').refused };
  const cohort = await withEngine(asideOf(folder, job), (engine) => readCohort(engine, log(), { card, key, position, membersOnly: true }, onProgress));
  if ('refused' in cohort) return { state: 'refused', refusal: cohort.refused };
  const { cutOn, members, digest, arms, prevalent } = cohort;
  const cohortId = deriveId('cohort', job.id);
  const decision = await database.transaction(async (manager) => {
    const decided = await studies.runIn(
      manager, { type: 'FreezeCohort', data: { studyId, cohortId, position, cutOn, members: digest, arms, prevalent } }, { ...senderOf(job, tools), commandId: job.id });
    if (!isRefused(decided)) await cohorts.keep(manager, studyId, cohortId, members);
    return decided;
  });
  return isRefused(decision) ? { state: 'refused', refusal: decision.refused } : { state: 'done', result: { cohortId } };
};
