export { securityHeaders } from './headers.js';
export { refuseQuestionsInUrls } from './no-questions-in-urls.js';
export { acceptPersistedOnly, manifestOf, operationId, PersistedOperations, readPersistedIds } from './persisted-operations.js';
export { PlainErrors } from './plain-errors.js';
export { limitRates, usualLimits, type RateLimits } from './rate-limits.js';
export { logRequests } from './request-log.js';
export { answerInTime, serverLimits } from './server-limits.js';
export { hardeningFrom } from './from-environment.js';
