export { tracingFrom } from './from-environment.js';
export type { FinishedJob, Tracing } from './tracing.js';
