import { InputType } from '@nestjs/graphql';
import { Choice, Id, PersonId, Text } from '@perspectief/edge';
import type { Uuid } from '@perspectief/kernel';
import { OnTrajectory } from './on-trajectory.js';

const places = ['home', 'office', 'phone', 'online'] as const;
const stopReasons = ['moved', 'withdrew', 'no-contact', 'deceased', 'unsuitable', 'other'] as const;

@InputType()
export class AssignCoachInput extends OnTrajectory {
  @PersonId() coachId!: string;
}

@InputType()
export class HoldFirstConversationInput extends OnTrajectory {
  @Choice(places) place!: (typeof places)[number];
  @Id({ optional: true }) applicationId?: Uuid;
}

@InputType()
export class CompleteIntakeInput extends OnTrajectory {}

@InputType()
export class StopTrajectoryInput extends OnTrajectory {
  @Choice(stopReasons) reason!: (typeof stopReasons)[number];
  @Text({ optional: true }) note?: string;
}

export const intakeInputs = {
  AssignCoach: AssignCoachInput,
  HoldFirstConversation: HoldFirstConversationInput,
  CompleteIntake: CompleteIntakeInput,
  StopTrajectory: StopTrajectoryInput,
};
