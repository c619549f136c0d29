import type { Refusal } from '@perspectief/kernel';
import type { TrajectoryContext } from './context.js';
import type { TrajectoryRefusal } from './refusals.js';

/** Work that commands give to somebody, and the role in the directory that does it. */
const roleOf = { coachId: 'neighbourhood-coach', expertId: 'experience-expert' } as const;

/** Whom the directory does not know for this work is unknown: who is not there, and who does other work. */
export const personFits = ({ people }: TrajectoryContext, id: string, field: keyof typeof roleOf): Refusal<TrajectoryRefusal> | false =>
  people[id]?.role !== roleOf[field] && { code: 'UNKNOWN_PERSON', field };
