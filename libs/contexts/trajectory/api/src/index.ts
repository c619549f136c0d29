import { registerSentences } from '@perspectief/edge';
import { trajectorySentences } from './sentences/index.js';

registerSentences(trajectorySentences);

export * from './inputs/index.js';
export { trajectorySentences } from './sentences/index.js';
export { trajectoryOwner } from './trajectory-owner.js';
export type { TrajectoryPorts } from './trajectory-ports.js';
