export { eventIdOf, historyOf, idIn, told, trajectoryIdOf, type Told } from './facts.js';
export { openReadSide, type ReadSide } from './read-side.js';
export { wholeTrajectory } from './whole-trajectory.js';
