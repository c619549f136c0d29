import type { Type } from '@nestjs/common';
import { commandResolver, registerSentences } from '@perspectief/edge';
import { trajectoryInputs } from './inputs/index.js';
import { trajectorySentences } from './sentences/index.js';

registerSentences(trajectorySentences);

export * from './inputs/index.js';
export { trajectorySentences } from './sentences/index.js';
export { trajectoryQueries } from './queries/index.js';
export { trajectoryOwner } from './trajectory-owner.js';
export type { TrajectoryPorts } from './trajectory-ports.js';

/** What the service offers of this context. */
export const trajectoryResolvers: readonly Type[] = [commandResolver(trajectoryInputs)];
