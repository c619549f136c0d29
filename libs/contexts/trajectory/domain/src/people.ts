import type { Refusal } from '@perspectief/kernel';
import type { TrajectoryContext } from './context.js';
import type { TrajectoryRefusal } from './refusals.js';

/** Work that commands give to somebody, and the role in the directory that does it. */
const roleOf = { coachId: 'neighbourhood-coach', expertId: 'experience-expert' } as const;

/** Whom the directory does not know for this work is unknown: who is not there, who does other work, and who left. */
export const personFits = ({ people }: TrajectoryContext, id: string, field: keyof typeof roleOf): Refusal<TrajectoryRefusal> | false =>
  (people[id]?.role !== roleOf[field] || people[id]?.active === false) && { code: 'UNKNOWN_PERSON', field };

/** A step of the plan is for a member of the household too, whom the directory need not know; for nobody who left the service. */
export const personStayed = ({ people }: TrajectoryContext, id: string, field: 'who'): Refusal<TrajectoryRefusal> | false =>
  people[id]?.active === false && { code: 'UNKNOWN_PERSON', field };
