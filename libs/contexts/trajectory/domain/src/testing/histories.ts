import type { TrajectoryCommand } from '../commands.js';

type Step = readonly [on: string, command: TrajectoryCommand];

/** Ids of the specs: readable, and valid. */
export const idOf = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`;
export const TRAJECTORY = idOf(100);
export const HOUSEHOLD = idOf(1);

export const opened: Step = [
  '2024-01-08T09:00',
  { type: 'OpenTrajectory', data: { trajectoryId: TRAJECTORY, householdId: HOUSEHOLD, area: 'beijum', source: 'self' } },
];
