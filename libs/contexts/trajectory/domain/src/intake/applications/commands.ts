import type { BusinessDate, Cents, CommandOf, Uuid } from '@perspectief/kernel';
import type { ApplicationOutcome, SuspensionReason } from './events.js';
import type { AppliedFor } from './kinds.js';

export type ApplicationCommand = CommandOf<{
  ReceiveApplication: { trajectoryId: Uuid; applicationId: Uuid } & AppliedFor;
  SuspendClock: { trajectoryId: Uuid; applicationId: Uuid; reason: SuspensionReason; from: BusinessDate };
  ResumeClock: { trajectoryId: Uuid; applicationId: Uuid; on: BusinessDate };
  DecideApplication: { trajectoryId: Uuid; applicationId: Uuid; outcome: ApplicationOutcome; note?: string };
  CompleteInvestigation: { trajectoryId: Uuid; applicationId: Uuid };
  ExtendTerm: { trajectoryId: Uuid; applicationId: Uuid; newDue: BusinessDate; reason: string };
  RecordAdvance: { trajectoryId: Uuid; applicationId: Uuid; amount: Cents };
}>;
