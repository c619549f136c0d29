import type { Track } from '../track.js';
import type { PlanCommand } from './commands.js';
import { decidePlan } from './decide.js';
import type { PlanEvent } from './events.js';
import { evolvePlan, initialPlan, type PlanState } from './state.js';

/** What the household wants, the steps towards it, and each agreement on them as a version. */
export const planTrack: Track<PlanState, PlanCommand, PlanEvent> = {
  initial: initialPlan,
  decide: decidePlan,
  evolve: evolvePlan,
};
