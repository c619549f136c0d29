import type { OpenedTrajectory } from './state.js';

export const statuses = ['intake', 'active', 'aftercare', 'closed'] as const;
export type Status = (typeof statuses)[number];

/** Where the trajectory as a whole stands; its tracks run on beside it. */
export const statusOf = (trajectory: OpenedTrajectory): Status => {
  if (trajectory.phase === 'closed') return 'closed';
  if (trajectory.aftercare.current.phase === 'running') return 'aftercare';
  return trajectory.intake.course.phase === 'completed' ? 'active' : 'intake';
};
