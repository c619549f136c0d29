import type { CommandOf, Uuid } from '@perspectief/kernel';
import type { ApplicationCommand } from './applications/commands.js';
import type { ConversationPlace } from './events.js';

export const stopReasons = ['moved', 'withdrew', 'no-contact', 'deceased', 'unsuitable', 'other'] as const;
export type StopReason = (typeof stopReasons)[number];

export type IntakeCommand =
  | ApplicationCommand
  | CommandOf<{
      AssignCoach: { trajectoryId: Uuid; coachId: string };
      HoldFirstConversation: { trajectoryId: Uuid; place: ConversationPlace; applicationId?: Uuid };
      CompleteIntake: { trajectoryId: Uuid };
      StopTrajectory: { trajectoryId: Uuid; reason: StopReason; note?: string };
    }>;
