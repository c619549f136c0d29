import type { Track } from '../track.js';
import type { PlanCommand } from './commands.js';
import { decidePlan } from './decide.js';
import type { PlanEvent } from './events.js';
import { evolvePlan, initialPlan, type PlanState } from './state.js';

export const planTrack: Track<PlanState, PlanCommand, PlanEvent> = {
  initial: initialPlan,
  decide: decidePlan,
  evolve: evolvePlan,
};
