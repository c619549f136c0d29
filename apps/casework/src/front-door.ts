// What stands before every service that people ask over HTTP: who comes, what a request may cost, how it is refused. Another service
// takes it from here, without the schema of casework.
export { answerInTime, PlainErrors, refuseTwoMeanings, securityHeaders, serverLimits } from './hardening/front.js';
export { HealthController } from './health.controller.js';
export { beforeGraphql, BUSY, TOO_MANY, toldOf, type Told } from './http-errors.js';
export { parseForKnownPeople } from './known-readers.js';
export { questionLimits } from './limits.js';
export { demandSafeAddress, refuseOtherNames } from './loopback.js';
export { reportFault } from './report-fault.js';
export { SignInCookies } from './sign-in/cookies.js';
export { guard } from './sign-in/gate.js';
export { tokenIssuer, type SignInSettings } from './sign-in/settings.js';
export { contextOf, type SignInContext } from './sign-in/socket-context.js';
export { bodyFor, signInError, statusOfErrors, UNAVAILABLE } from './sign-in/told.js';
export { Visitors } from './sign-in/visitors.js';
export { READINESS } from './tokens.js';
