export { cutThatWasRecorded } from './cut.js';
export { doJob } from './do-job.js';
export { asideOf, datasetFolder, type Tools } from './tools.js';
export { readCohort, type Cohort, type CohortRequest } from './read-cohort.js';
export { runningCode } from './running-code.js';
