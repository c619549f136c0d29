export { Choice, Choices, Flag } from './choices.js';
export type { FieldOptions } from './composed.js';
export { Nested, NestedList } from './nested.js';
export { Percentages, PercentagesInput } from './percentages.js';
export { Amount, Day, Days, Hours, Moment, Month, Percentage, Score, Whole, type WholeOptions } from './quantities.js';
export { Code, Codes, Id, Ids, PersonId, Text } from './words.js';
