export { exportStudy, exportRefusals, type Exported, type ExportRefusal, type ExportRequest } from './export-study.js';
export { Studies, type KnownStudy, type StudySender } from './studies.js';
export { StudyKeys, type StudySeal } from './study-keys.js';
export { evaluationMigrations } from './tables.js';
