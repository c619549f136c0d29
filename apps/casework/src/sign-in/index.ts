export { openSignIn } from './open.js';
export { cityIssuer, type SignInSettings } from './settings.js';
export { sessionClaim } from './session-claim.js';
export { contextOf, type SignInContext } from './socket-context.js';
export { Sockets, type Socket } from './sockets.js';
export { signInError, statusOfErrors } from './told.js';
export { Visitors } from './visitors.js';
