export { lookActions, type KeptLook, type Look, type LookAction } from './look.js';
export { purposes, purposeInWords, type Purpose } from './purposes.js';
export { Looks, type LooksFilter, type LooksPage } from './reading/looks.js';
export { processingActivityOf, processingRecordOf, type ProcessingRecord } from './reading/processing-record.js';
export { Visits, type Deed, type Visit, type VisitPlace, type VisitsPage } from './reading/visits.js';
export { forgetOldLooks, looksEndBefore } from './retention.js';
export { readerLogMigrations } from './schema/migrations.js';
export { ReaderLog, type Durability, type Foundation, type ReaderLogOptions } from './writing/reader-log.js';
export { Outdated, ReaderLogUnavailable } from './writing/unavailable.js';
