import { accept, refuse, unless } from '@perspectief/kernel';
import { freezeRuns } from '../crisis-freeze/rules.js';
import type { DecideOf, Situation, TrackDecision } from '../track.js';
import type { AftercareCommand } from './commands.js';
import { checkInIdIsNew, checkInIsKnown, checkInOf, everyCheckInIsDone, wellbeingIsRating } from './rules.js';
import type { RunningAftercare } from './state.js';

/** Runs the decision on the aftercare that runs; without one: AFTERCARE_NOT_RUNNING. */
const withRunning = ({ trajectory }: Situation, decide: (aftercare: RunningAftercare) => TrackDecision): TrackDecision =>
  trajectory.aftercare.current.phase === 'running' ? decide(trajectory.aftercare.current) : refuse('AFTERCARE_NOT_RUNNING');

export const decideAftercare: DecideOf<AftercareCommand> = {
  StartAftercare: ({ until, checkIns }, { trajectory: { intake, crisisFreeze, aftercare } }) =>
    unless(
      [
        intake.course.phase !== 'completed' && { code: 'INTAKE_NOT_COMPLETED' },
        freezeRuns(crisisFreeze) && { code: 'FREEZE_RUNNING' },
        aftercare.current.phase === 'running' && { code: 'AFTERCARE_RUNNING' },
      ],
      () => [{ type: 'AftercareStarted', data: { until, checkIns: [...checkIns] } }],
    ),

  HoldCheckIn: ({ checkInId, number, wellbeing, newArrears, note }, situation) => {
    const known = checkInIdIsNew(situation.trajectory.aftercare, checkInId);
    if (known) return { refused: known };
    return withRunning(situation, (aftercare) =>
      unless(
        [
          checkInIsKnown(aftercare, number),
          wellbeingIsRating(wellbeing),
          checkInOf(aftercare, number)?.phase === 'held' && { code: 'OUT_OF_ORDER' },
        ],
        () => [{ type: 'CheckInHeld', data: { checkInId, number, wellbeing, newArrears, note } }],
      ),
    );
  },

  MissCheckIn: ({ number }, situation) =>
    withRunning(situation, (aftercare) =>
      unless(
        [checkInIsKnown(aftercare, number), checkInOf(aftercare, number)?.phase !== 'planned' && { code: 'OUT_OF_ORDER' }],
        () => [{ type: 'CheckInMissed', data: { number } }],
      ),
    ),

  ReportSetback: ({ kind, partner, amount, note }, situation) =>
    withRunning(situation, () => accept({ type: 'SetbackReported', data: { kind, partner, amount, note } })),

  ResumeSupport: ({ reason }, situation) =>
    withRunning(situation, () => accept({ type: 'SupportResumed', data: { reason } })),

  CompleteAftercare: ({ outcome }, situation) =>
    withRunning(situation, (aftercare) =>
      unless([everyCheckInIsDone(aftercare)], () => [
        { type: 'AftercareCompleted', data: { outcome } },
        { type: 'TrajectoryClosed', data: { householdId: situation.trajectory.householdId, outcome } },
      ]),
    ),
};
