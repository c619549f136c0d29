import { refuse } from '@perspectief/kernel';
import type { Ending, Job } from '@perspectief/evaluation-register';
import { cutDataset } from './cut.js';
import { freezeCohort } from './freeze.js';
import { releaseFigures } from './release.js';
import type { Tools } from './tools.js';

/** Does one job from beginning to end. A throw is a bug or a broken wire. */
export const doJob = async (job: Job, tools: Tools): Promise<Ending> => {
  const study = await tools.studies.find(job.studyId);
  if (!study) return { state: 'refused', refusal: refuse('UNKNOWN_STUDY', { field: 'studyId' }).refused };
  switch (job.request.kind) {
    case 'freeze': return freezeCohort(job, study, job.request.position, tools);
    case 'cut': return cutDataset(job, job.request, tools);
    case 'release': return releaseFigures(job, study, job.request, tools);
  }
};
