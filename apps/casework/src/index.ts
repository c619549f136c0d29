export * from './casework.module.js';
export { hardeningFrom, manifestOf, operationId, PersistedOperations, type RateLimits } from './hardening/index.js';
export * from './loopback.js';
export * from './refusal-table.js';
export { reportFault } from './report-fault.js';
export * from './schema.js';
export * from './service.js';
export { cityIssuer, type SignInSettings } from './sign-in/index.js';
