export { Bell } from './bell.js';
export * from './errors.js';
export * from './event-store.js';
export { streamType, watchLength, type LengthBudgets } from './length-budget.js';
export { MemoryEventStore, type MemoryOptions } from './memory-event-store.js';
export { isPosition, placeOf, positionOf, type Place } from './position.js';
