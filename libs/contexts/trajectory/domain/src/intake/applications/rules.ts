import { dayOfCommand, type BusinessDate, type CommandMeta, type Refusal, type Uuid } from '@perspectief/kernel';
import { termOn } from '../../clocks/clock.js';
import type { TrajectoryRefusal } from '../../refusals.js';
import type { Situation } from '../../track.js';
import type { IntakeState } from '../state.js';
import type { Application } from './state.js';
import { decisionTerm, investigationTerm } from './terms.js';

type Objection = Refusal<TrajectoryRefusal> | false;

export const applicationOf = ({ applications }: IntakeState, applicationId: Uuid): Application | undefined =>
  applications.find((one) => one.applicationId === applicationId);

export const isUndecided = (application: Application): Objection =>
  application.phase === 'decided' && { code: 'APPLICATION_DECIDED', field: 'applicationId' };

/** A fact that the command tells of cannot lie ahead of whoever sends it. */
export const isNotAhead = (date: BusinessDate, { nowLocal }: CommandMeta, field: string): Objection =>
  date > nowLocal && { code: 'IN_THE_FUTURE', field };

export const stands = ({ suspensions }: Application): boolean => suspensions.some((one) => one.phase === 'standing');

/** AW-02: only the term of a decision can stand still, from the day it began up to its last day. */
export const decisionClockRuns = (application: Application, { trajectory, context }: Situation, on: BusinessDate): Objection => {
  const term = decisionTerm(application, trajectory.intake);
  const runs = term && term.startedOn <= on && termOn(term, on, context.law).state !== 'breached';
  return !runs && { code: 'CLOCK_NOT_RUNNING', field: 'applicationId' };
};

export const hasDecisionClock = (application: Application, { trajectory }: Situation): Objection =>
  !decisionTerm(application, trajectory.intake) && { code: 'CLOCK_NOT_RUNNING', field: 'applicationId' };

/** AW-01: a later date is told before the term ends. */
export const termHasNotPassed = (application: Application, { trajectory, meta, context }: Situation): Objection => {
  const term = decisionTerm(application, trajectory.intake);
  const clock = term && termOn(term, dayOfCommand(meta), context.law);
  return clock?.state === 'breached' && {
    code: 'TERM_PASSED',
    field: 'newDue',
    facts: { due: clock.due, rule: clock.parameterVersion },
  };
};

export const isLaterThanTerm = (application: Application, { trajectory, meta, context }: Situation, newDue: BusinessDate): Objection => {
  const term = decisionTerm(application, trajectory.intake);
  return term !== undefined && termOn(term, dayOfCommand(meta), context.law).due >= newDue && { code: 'OUT_OF_ORDER' };
};

/** WM-03: who reported a need applies for a provision when it was investigated, or when the term for that has passed. */
export const noInvestigationRuns = ({ trajectory, meta, context }: Situation, receivedBy: BusinessDate): Objection => {
  const day = dayOfCommand(meta);
  const running = trajectory.intake.applications
    .filter((one) => one.phase === 'open' && one.investigation.phase === 'running' && one.receivedOn <= receivedBy)
    .map((report) => termOn(investigationTerm(report), day, context.law))
    .find(({ due }) => day <= due);
  return (
    running !== undefined && {
      code: 'INVESTIGATION_RUNNING',
      field: 'applicationId',
      facts: { due: running.due, rule: running.parameterVersion },
    }
  );
};
