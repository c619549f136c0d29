export * from './commands.js';
export * from './context.js';
export * from './events.js';
export { sources, type Source } from './opening.js';
export * from './refusals.js';
export * from './state.js';
export * from './trajectory.js';
