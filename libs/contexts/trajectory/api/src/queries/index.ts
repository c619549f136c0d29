import type { Type } from '@nestjs/common';
import { TrajectoryChanges } from './changes.js';
import { TrajectoryQueries } from './trajectory-queries.js';
import { WorklistQueries } from './worklist-queries.js';

/** What may be asked of this context. They want TrajectoryPages, Worklist, Directory, ReadGate and ChangeFeed. */
export const trajectoryQueries: readonly Type[] = [TrajectoryQueries, WorklistQueries, TrajectoryChanges];
