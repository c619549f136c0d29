export { AskLog, askProducts, type Ask, type AskOutcome, type AskProduct, type KeptAsk } from './ask-log.js';
export { Cohorts, type CaseOrigin, type CohortCase } from './cohorts.js';
export { Jobs, jobStates, type Ending, type Job, type JobRequest, type JobResult, type JobState } from './jobs.js';
export { connectEvaluation, EvaluationNotPrepared, makeEvaluationSchema, prepareEvaluation } from './open.js';
export { Releases, type Release, type ReleaseOrigin } from './releases.js';
export { EVALUATION_ROLE, loginForEvaluation } from './role.js';
export { Staff, type Colleague } from './staff.js';
