export { faultsInSentences } from './faults-in-sentences.js';
export { mutation, openEdge, type EdgeSetUp, type Told } from './open-edge.js';
export { tryInput, type Tried } from './try-input.js';
