export { securityHeaders } from './headers.js';
export { PlainErrors } from './plain-errors.js';
export { answerInTime, serverLimits } from './server-limits.js';
