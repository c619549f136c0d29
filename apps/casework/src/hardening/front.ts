export { securityHeaders } from './headers.js';
export { refuseTwoMeanings } from './one-meaning.js';
export { PlainErrors } from './plain-errors.js';
export { answerInTime, serverLimits } from './server-limits.js';
