export { commandResolver, mutationName } from './command-resolver.js';
export type { EdgeContext, SessionClaim } from './edge-context.js';
export { ExecuteCommand, ExecuteCommandHandler } from './execute-command.js';
export { inputsOf, type DataOf } from './inputs-of.js';
export { seenBy, withinOf } from './sight.js';
