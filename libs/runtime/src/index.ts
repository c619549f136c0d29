export * from './clock.js';
export * from './codec.js';
export * from './command/command-path.js';
export * from './command/request.js';
export * from './command/stream-owner.js';
