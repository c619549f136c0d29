export { Accepted, CommandResult, Fact, Refused, Sentence } from './command-result.js';
export { refusedAs, resultOf } from './result-of.js';
