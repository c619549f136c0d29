import { dayOfCommand, unless } from '@perspectief/kernel';
import { freezeRuns } from '../crisis-freeze/rules.js';
import { fundsReserved } from '../debt-buy-out/rules.js';
import { personFits } from '../people.js';
import type { DecideOf } from '../track.js';
import { decideApplications } from './applications/decide.js';
import { applicationOf } from './applications/rules.js';
import type { IntakeCommand } from './commands.js';
import { conversationAbout, targetOf } from './conversations.js';

export const decideIntake: DecideOf<IntakeCommand> = {
  ...decideApplications,

  AssignCoach: ({ coachId }, { trajectory: { intake }, context }) =>
    unless(
      [
        personFits(context, coachId, 'coachId'),
        intake.coaches.at(-1)?.coachId === coachId && { code: 'OUT_OF_ORDER' },
      ],
      () => [{ type: 'CoachAssigned', data: { coachId } }],
    ),

  HoldFirstConversation: ({ place, applicationId }, { trajectory: { intake }, meta }) => {
    const target = targetOf(intake, applicationId, dayOfCommand(meta));
    return unless(
      [
        applicationId !== undefined &&
          !applicationOf(intake, applicationId) && { code: 'UNKNOWN_APPLICATION', field: 'applicationId' },
        conversationAbout(intake, target.applicationId) && { code: 'FIRST_CONVERSATION_HELD' },
      ],
      () => [{ type: 'FirstConversationHeld', data: { place, ...target } }],
    );
  },

  CompleteIntake: (_, { trajectory: { intake, plan } }) =>
    unless(
      [
        plan.versions.length === 0 && { code: 'PLAN_NOT_AGREED' },
        intake.course.phase === 'completed' && { code: 'OUT_OF_ORDER' },
      ],
      () => [{ type: 'IntakeCompleted', data: {} }],
    ),

  StopTrajectory: ({ reason, note }, { trajectory: { householdId, crisisFreeze, debtBuyOut } }) =>
    unless(
      [
        freezeRuns(crisisFreeze) && { code: 'FREEZE_RUNNING' },
        fundsReserved(debtBuyOut) && { code: 'FUNDS_RESERVED' },
      ],
      () => [{ type: 'TrajectoryClosed', data: { householdId, outcome: reason, note } }],
    ),
};
