export { openEvaluation, type Evaluation, type EvaluationSettings } from './evaluation.js';
export { GRAPHQL_PATH, resolvers } from './evaluation.module.js';
export { createEvaluation, type ServiceOptions } from './service.js';
export { printedSchema } from './schema.js';
