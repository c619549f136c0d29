export * from './contexts.js';
export * from './database.js';
export * from './platform.js';
