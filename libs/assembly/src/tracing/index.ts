export { tracingFrom } from './from-environment.js';
export type { Tracing } from './tracing.js';
