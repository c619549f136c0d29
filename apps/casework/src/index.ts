export * from './actor.js';
export * from './casework.module.js';
export * from './loopback.js';
export * from './refusal-table.js';
export * from './schema.js';
export * from './service.js';
