import { dayOfCommand, refuse, unless, type Uuid } from '@perspectief/kernel';
import type { DecideOf, Situation, TrackDecision } from '../../track.js';
import type { ApplicationCommand } from './commands.js';
import {
  applicationOf,
  decisionClockRuns,
  hasDecisionClock,
  isLaterThanTerm,
  isNotAhead,
  isUndecided,
  noInvestigationRuns,
  stands,
  termHasNotPassed,
} from './rules.js';
import type { Application } from './state.js';

/** Runs the decision on the application that the command names; without one: UNKNOWN_APPLICATION. */
const withApplication = (
  applicationId: Uuid,
  { trajectory }: Situation,
  decide: (application: Application) => TrackDecision,
): TrackDecision => {
  const application = applicationOf(trajectory.intake, applicationId);
  return application ? decide(application) : refuse('UNKNOWN_APPLICATION', { field: 'applicationId' });
};

export const decideApplications: DecideOf<ApplicationCommand> = {
  ReceiveApplication: ({ applicationId, law, kind }, situation) =>
    unless(
      [
        applicationOf(situation.trajectory.intake, applicationId) && { code: 'APPLICATION_EXISTS', field: 'applicationId' },
        kind === 'provision' && noInvestigationRuns(situation, dayOfCommand(situation.meta)),
      ],
      () => [{ type: 'ApplicationReceived', data: { applicationId, law, kind } }],
    ),

  SuspendClock: ({ applicationId, reason, from }, situation) =>
    withApplication(applicationId, situation, (application) =>
      unless(
        [
          isNotAhead(from, situation.meta, 'from'),
          isUndecided(application),
          decisionClockRuns(application, situation, from),
          stands(application) && { code: 'OUT_OF_ORDER' },
        ],
        () => [{ type: 'ClockSuspended', data: { applicationId, reason, from } }],
      ),
    ),

  ResumeClock: ({ applicationId, on }, situation) =>
    withApplication(applicationId, situation, (application) =>
      unless(
        [
          isNotAhead(on, situation.meta, 'on'),
          isUndecided(application),
          hasDecisionClock(application, situation),
          !application.suspensions.some((one) => one.phase === 'standing' && one.from <= on) && { code: 'OUT_OF_ORDER' },
        ],
        () => [{ type: 'ClockResumed', data: { applicationId, on } }],
      ),
    ),

  DecideApplication: ({ applicationId, outcome, note }, situation) =>
    withApplication(applicationId, situation, (application) =>
      unless(
        [
          isUndecided(application),
          application.kind === 'provision' &&
            outcome !== 'withdrawn' &&
            noInvestigationRuns(situation, application.receivedOn),
        ],
        () => [{ type: 'ApplicationDecided', data: { applicationId, law: application.law, outcome, note } }],
      ),
    ),

  CompleteInvestigation: ({ applicationId }, situation) =>
    withApplication(applicationId, situation, (application) =>
      unless([isUndecided(application), application.investigation.phase !== 'running' && { code: 'OUT_OF_ORDER' }], () => [
        { type: 'InvestigationCompleted', data: { applicationId } },
      ]),
    ),

  ExtendTerm: ({ applicationId, newDue, reason }, situation) =>
    withApplication(applicationId, situation, (application) =>
      unless(
        [
          isUndecided(application),
          termHasNotPassed(application, situation),
          hasDecisionClock(application, situation),
          isLaterThanTerm(application, situation, newDue),
        ],
        () => [{ type: 'TermExtended', data: { applicationId, law: application.law, newDue, reason } }],
      ),
    ),

  RecordAdvance: ({ applicationId, amount }, situation) =>
    withApplication(applicationId, situation, (application) =>
      unless(
        [
          isUndecided(application),
          amount <= 0 && { code: 'AMOUNT_NOT_POSITIVE', field: 'amount' },
          application.kind !== 'general-assistance' && { code: 'OUT_OF_ORDER' },
        ],
        () => [{ type: 'AdvancePaid', data: { applicationId, amount } }],
      ),
    ),
};
