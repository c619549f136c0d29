export { Folders } from './folders.js';
export { batches, card, householdOf, lastPosition, lifting, logOf, restriction, town, trajectoryOf } from './town.js';
