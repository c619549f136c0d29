import { dayOf, type BusinessDate, type Cents, type Domain, type Uuid } from '@perspectief/kernel';
import type { EvolveOf } from '../../track.js';
import type { IntakeState } from '../state.js';
import type { ApplicationEvent, ApplicationOutcome, SuspensionReason } from './events.js';
import type { ApplicationKind } from './kinds.js';

export type Suspension = { readonly reason: SuspensionReason; readonly from: BusinessDate } & (
  | { readonly phase: 'standing' }
  | { readonly phase: 'over'; readonly until: BusinessDate }
);

/** Only a report of a need is investigated. */
export type Investigation =
  | { readonly phase: 'none' | 'running' }
  | { readonly phase: 'completed'; readonly completedOn: BusinessDate };

export type Application = {
  readonly applicationId: Uuid;
  readonly law: Domain;
  readonly kind: ApplicationKind;
  readonly receivedOn: BusinessDate;
  readonly investigation: Investigation;
  readonly suspensions: readonly Suspension[];
  readonly extensions: readonly { readonly toldOn: BusinessDate; readonly newDue: BusinessDate }[];
  readonly advances: readonly { readonly paidOn: BusinessDate; readonly amount: Cents }[];
} & ({ readonly phase: 'open' } | { readonly phase: 'decided'; readonly decidedOn: BusinessDate; readonly outcome: ApplicationOutcome });

const change = (state: IntakeState, applicationId: Uuid, by: (application: Application) => Application): IntakeState => ({
  ...state,
  applications: state.applications.map((one) => (one.applicationId === applicationId ? by(one) : one)),
});

const resumed = (suspension: Suspension, until: BusinessDate): Suspension =>
  suspension.phase === 'standing' ? { ...suspension, phase: 'over', until } : suspension;

export const evolveApplications: EvolveOf<IntakeState, ApplicationEvent> = {
  ApplicationReceived: (state, { data: { applicationId, law, kind }, happenedOn }) => ({
    ...state,
    applications: [
      ...state.applications,
      {
        phase: 'open',
        applicationId,
        law,
        kind,
        receivedOn: dayOf(happenedOn),
        investigation: { phase: kind === 'support-report' ? 'running' : 'none' },
        suspensions: [],
        extensions: [],
        advances: [],
      },
    ],
  }),
  ClockSuspended: (state, { data: { applicationId, reason, from } }) =>
    change(state, applicationId, (one) => ({ ...one, suspensions: [...one.suspensions, { phase: 'standing', reason, from }] })),
  ClockResumed: (state, { data: { applicationId, on } }) =>
    change(state, applicationId, (one) => ({ ...one, suspensions: one.suspensions.map((each) => resumed(each, on)) })),
  ApplicationDecided: (state, { data: { applicationId, outcome }, happenedOn }) =>
    change(state, applicationId, (one) => ({ ...one, phase: 'decided', decidedOn: dayOf(happenedOn), outcome })),
  InvestigationCompleted: (state, { data: { applicationId }, happenedOn }) =>
    change(state, applicationId, (one) => ({ ...one, investigation: { phase: 'completed', completedOn: dayOf(happenedOn) } })),
  TermExtended: (state, { data: { applicationId, newDue }, happenedOn }) =>
    change(state, applicationId, (one) => ({ ...one, extensions: [...one.extensions, { toldOn: dayOf(happenedOn), newDue }] })),
  AdvancePaid: (state, { data: { applicationId, amount }, happenedOn }) =>
    change(state, applicationId, (one) => ({ ...one, advances: [...one.advances, { paidOn: dayOf(happenedOn), amount }] })),
};
