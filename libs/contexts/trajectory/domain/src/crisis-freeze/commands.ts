import type { BusinessDate, CommandOf, Uuid } from '@perspectief/kernel';
import type { Breach, CreditorAnswer, Instrument, ThreatEnd, ThreatKind } from './events.js';

export type CrisisFreezeCommand = CommandOf<{
  ReportThreat: { trajectoryId: Uuid; threatId: Uuid; threat: ThreatKind; threatensOn: BusinessDate; debtId?: Uuid };
  CloseThreat: { trajectoryId: Uuid; threatId: Uuid; how: ThreatEnd };
  PostponeThreat: { trajectoryId: Uuid; threatId: Uuid; threatensOn: BusinessDate };
  RequestFreeze: {
    trajectoryId: Uuid;
    freezeId: Uuid;
    threatId?: Uuid;
    instrument: Instrument;
    debts: readonly Uuid[];
    until?: BusinessDate;
    evidence: readonly string[];
  };
  RecordInterimOrder: { trajectoryId: Uuid; freezeId: Uuid };
  GrantFreeze: {
    trajectoryId: Uuid;
    freezeId: Uuid;
    from: BusinessDate;
    until?: BusinessDate;
    conditions: readonly string[];
  };
  DenyFreeze: { trajectoryId: Uuid; freezeId: Uuid; grounds: readonly string[] };
  RecordCreditorResponse: { trajectoryId: Uuid; freezeId: Uuid; debtId: Uuid; response: CreditorAnswer };
  /** `month` is written as `2024-01`. */
  ConfirmCurrentCostsPaid: { trajectoryId: Uuid; freezeId: Uuid; month: string };
  ReportBreach: { trajectoryId: Uuid; freezeId: Uuid; what: Breach; debtId?: Uuid; note?: string };
  ExtendFreeze: { trajectoryId: Uuid; freezeId: Uuid; until: BusinessDate };
  LiftFreeze: { trajectoryId: Uuid; freezeId: Uuid; reason: string };
  ExpireFreeze: { trajectoryId: Uuid; freezeId: Uuid };
  ReportToCourt: { trajectoryId: Uuid; freezeId: Uuid };
  OpenSafetyTask: { trajectoryId: Uuid; taskId: Uuid; kind: string; dueOn: BusinessDate };
  CloseSafetyTask: { trajectoryId: Uuid; taskId: Uuid; result?: string };
}>;
