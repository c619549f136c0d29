export * from './contexts.js';
export * from './database.js';
export { HouseholdExports, type ExportedFact, type HouseholdExport } from './household-export.js';
export { householdExportPage } from './household-export-page.js';
export { Retention, type RetentionDue } from './retention.js';
export * from './platform.js';
export { complain, logRequest, type AnsweredRequest } from './service-log.js';
export { openLog, type LogOptions } from './log.js';
export { openForCopy } from './copyable.js';
