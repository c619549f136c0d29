import type { BusinessDate, Refusal } from '@perspectief/kernel';
import type { PersonFacts, TrajectoryContext } from '../context.js';
import type { TrajectoryRefusal } from '../refusals.js';
import type { CurrentTandem, TandemState } from './state.js';

type Objection = Refusal<TrajectoryRefusal> | false;

export const running = (tandem: CurrentTandem): tandem is Extract<CurrentTandem, { phase: 'running' | 'paused' }> =>
  tandem.phase === 'running' || tandem.phase === 'paused';

export const noTandemRuns = ({ current }: TandemState): Objection =>
  running(current) && { code: 'TANDEM_RUNNING', field: 'tandemId' };

const signedBy = (date: BusinessDate | undefined, day: BusinessDate): boolean => date !== undefined && date <= day;

const mayMeetHouseholds = (expert: PersonFacts | undefined, day: BusinessDate): boolean =>
  (expert?.qualification === 'certified' || expert?.qualification === 'degree') &&
  signedBy(expert.secrecySignedOn, day) &&
  signedBy(expert.conductCertificateOn, day);

/** Certified, with a secrecy statement (Awb 2:5) and a conduct certificate before the first contact (EX-03, EX-05). */
export const expertIsCertified = (context: TrajectoryContext, expertId: string, day: BusinessDate): Objection =>
  !mayMeetHouseholds(context.people[expertId], day) && { code: 'EXPERT_NOT_CERTIFIED', field: 'expertId' };

/** A soft limit, checked on what is known: two coaches at once may pass it, and then the worklist shows it. */
export const expertHasRoom = (context: TrajectoryContext, expertId: string): Objection => {
  const capacity = context.people[expertId]?.capacity;
  return (
    capacity !== undefined &&
    (context.runningTandems[expertId] ?? 0) >= capacity && { code: 'EXPERT_AT_CAPACITY', field: 'expertId', facts: { capacity } }
  );
};

export const householdDidNotDecline = ({ declinedExperts }: TandemState, expertId: string): Objection =>
  declinedExperts.includes(expertId) && { code: 'EXPERT_DECLINED_BEFORE', field: 'expertId' };
