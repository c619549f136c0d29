import type { BusinessDate, Cents, CommandOf, Uuid } from '@perspectief/kernel';
import type { AftercareOutcome, SetbackKind } from './events.js';

export type AftercareCommand = CommandOf<{
  StartAftercare: { trajectoryId: Uuid; until: BusinessDate; checkIns: readonly BusinessDate[] };
  HoldCheckIn: {
    trajectoryId: Uuid;
    checkInId: Uuid;
    number: number;
    wellbeing: number;
    newArrears: boolean;
    note?: string;
  };
  MissCheckIn: { trajectoryId: Uuid; number: number };
  ReportSetback: { trajectoryId: Uuid; kind: SetbackKind; partner?: string; amount?: Cents; note?: string };
  ResumeSupport: { trajectoryId: Uuid; reason: string };
  CompleteAftercare: { trajectoryId: Uuid; outcome: AftercareOutcome };
}>;
