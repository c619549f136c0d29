import 'reflect-metadata';

export * from './command/index.js';
export { errorFormatter, withoutValue, type Answer, type FormattedAnswer } from './errors/error-formatter.js';
export { wireCodeOf, wireError, wireSentences, type WireCode } from './errors/broken-wire.js';
export * from './fields/index.js';
export * from './answers/index.js';
export * from './results/index.js';
export { AmountScalar, BusinessDateScalar, LocalDateTimeScalar, MomentScalar, PercentageScalar } from './scalars.js';
export * from './sentences/index.js';
export * from './queries/index.js';
