export { eventIdOf, idOf, potHistory, sealedOtherwise, trajectoryHistory, type Told } from './history.js';
