import type { DecideOf } from '../track.js';
import type { PlanCommand } from './commands.js';

export const decidePlan: DecideOf<PlanCommand> = {};
