export { PostgresLogCopy } from './copying.js';
export { logPool, outlivesItsSessions } from './pool.js';
export { PostgresEventStore, type PostgresOptions } from './postgres-event-store.js';
export { migrateLog } from './schema/migrate-log.js';
export { serverHazards, type Hazard } from './server-hazards.js';
