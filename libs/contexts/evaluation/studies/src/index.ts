export { baselineAttributes, studyCard, type BaselineAttribute, type Condition, type StudyCard } from './card.js';
export type { StudyCommand } from './commands.js';
export { enrol, isLookedAt, type Enrolment } from './emulation.js';
export { products, releaseKinds, studyEvents, type Product, type ReleaseKind, type StudyEvent } from './events.js';
export { studyRefusals, type StudyRefusal } from './refusals.js';
export type { Cohort, DraftedStudy, StudyState } from './state.js';
export { studyDecider, type StudyContext } from './study.js';
export { caption, causalWordsIn, type Comparison } from './wording.js';
