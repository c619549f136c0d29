export { ClosedPartShown } from './closed-part.js';
export { concerns } from './concerns.js';
export { connected, connectionOf, placeIn, type Connection, type Edge } from './connection.js';
export { InvalidInput, invalidInput, kindOf, NotFound, notFound, notSignedIn, NotYet, notYet, otherAnswers, type OtherAnswer } from './other-answers.js';
export { faultIn, faultInCursor, faultInMoments, faultOutside, momentsIn, type ArgumentRule, type Moments, type ReadMoments } from './question.js';
export * from './shown-fields.js';
