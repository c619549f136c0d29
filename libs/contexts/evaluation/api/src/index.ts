import 'reflect-metadata';
import './sentences.js';

export { StudyDesk, type Arguments, type Asker, type AskerContext, type Leads } from './desk/desk.js';
export { guardStudies, studyActionOf } from './desk/guard-schema.js';
export { DataSets, type KeptDataSet } from './datasets/data-sets.js';
export { DatasetQueries, DOWNLOADS } from './datasets/dataset-queries.js';
export { LogToRead } from './log.js';
export { Cases } from './replay/cases.js';
export { ReplayQueries } from './replay/replay-queries.js';
export { ReleaseQueries } from './figures/release-queries.js';
export { StudyMutations } from './studies/study-mutations.js';
export { StudyQueries } from './studies/study-queries.js';
