import type { BusinessDate, Uuid } from '@perspectief/kernel';
import type { Breach, CreditorAnswer, Instrument, ThreatEnd, ThreatKind } from './events.js';

export type Threat = {
  readonly threatId: Uuid;
  readonly threat: ThreatKind;
  readonly reportedOn: BusinessDate;
  readonly threatensOn: BusinessDate;
  readonly debtId?: Uuid;
} & ({ readonly phase: 'open' } | { readonly phase: ThreatEnd; readonly closedOn: BusinessDate });

export interface CreditorResponse {
  readonly debtId: Uuid;
  readonly response: CreditorAnswer;
  readonly on: BusinessDate;
}

export interface FreezeBreach {
  readonly what: Breach;
  readonly on: BusinessDate;
  readonly debtId?: Uuid;
}

interface FreezeFacts {
  readonly freezeId: Uuid;
  readonly instrument: Instrument;
  readonly threatId?: Uuid;
  /** Without debts it is about the threat, or about all of them. */
  readonly debts: readonly Uuid[];
  readonly evidence: readonly string[];
  readonly requestedOn: BusinessDate;
  readonly responses: readonly CreditorResponse[];
  /** Months (`2024-01`) of which the current costs were paid on time. */
  readonly monthsConfirmed: readonly string[];
  readonly breaches: readonly FreezeBreach[];
}

interface Granted {
  readonly decidedOn: BusinessDate;
  readonly from: BusinessDate;
  /** Last day; provisional relief may be without. */
  readonly until?: BusinessDate;
  readonly conditions: readonly string[];
}

export type FreezePhase =
  /** `until` is what was asked for. */
  | { readonly phase: 'requested'; readonly until?: BusinessDate }
  | { readonly phase: 'interim'; readonly until?: BusinessDate; readonly interimOn: BusinessDate }
  | ({ readonly phase: 'running' } & Granted)
  | { readonly phase: 'denied'; readonly decidedOn: BusinessDate; readonly grounds: readonly string[] }
  /** Withdrawn while only the interim order held: there is nothing to report to the court. */
  | { readonly phase: 'lifted'; readonly endedOn: BusinessDate; readonly interimOn: BusinessDate }
  | ({ readonly phase: 'lifted' | 'expired'; readonly endedOn: BusinessDate; readonly courtReportedOn?: BusinessDate } & Granted);

export type Freeze = FreezeFacts & FreezePhase;

export interface SafetyTaskFacts {
  readonly taskId: Uuid;
  readonly kind: string;
  readonly openedOn: BusinessDate;
  readonly dueOn: BusinessDate;
}
export type SafetyTask = SafetyTaskFacts &
  ({ readonly phase: 'open' } | { readonly phase: 'closed'; readonly closedOn: BusinessDate });

export interface CrisisFreezeState {
  readonly threats: readonly Threat[];
  /** In order of request. */
  readonly freezes: readonly Freeze[];
  readonly safetyTasks: readonly SafetyTask[];
}

export const initialCrisisFreeze: CrisisFreezeState = { threats: [], freezes: [], safetyTasks: [] };
