import { InputType } from '@nestjs/graphql';
import { Choice, Code, Day, Id, PersonId, Text } from '@perspectief/edge';
import { domains, type BusinessDate, type Domain, type Uuid } from '@perspectief/kernel';
import { OnTrajectory } from './on-trajectory.js';

@InputType()
export class IdentifyNeedInput extends OnTrajectory {
  @Id() needId!: Uuid;
  @Choice(domains) domain!: Domain;
  @Text() description!: string;
}

@InputType()
export class SetGoalInput extends OnTrajectory {
  @Id() goalId!: Uuid;
  @Text({ says: 'In the household\'s own words.' }) wish!: string;
  @Code() lifeArea!: string;
  @Day() targetDate!: BusinessDate;
}

@InputType()
export class PlanActionInput extends OnTrajectory {
  @Id() actionId!: Uuid;
  @Id() goalId!: Uuid;
  @PersonId({ says: 'A person of the directory, or a member of the household.' }) who!: string;
  @Day() dueOn!: BusinessDate;
  @Text() what!: string;
}

@InputType()
export class CompleteActionInput extends OnTrajectory {
  @Id() actionId!: Uuid;
}

@InputType()
export class RewardStepInput extends OnTrajectory {
  @Id() actionId!: Uuid;
  @Text() what!: string;
}

@InputType()
export class ReachGoalInput extends OnTrajectory {
  @Id() goalId!: Uuid;
}

@InputType()
export class DropGoalInput extends OnTrajectory {
  @Id() goalId!: Uuid;
  @Text() reason!: string;
}

@InputType()
export class AgreePlanInput extends OnTrajectory {}

export const planInputs = {
  IdentifyNeed: IdentifyNeedInput,
  SetGoal: SetGoalInput,
  PlanAction: PlanActionInput,
  CompleteAction: CompleteActionInput,
  RewardStep: RewardStepInput,
  ReachGoal: ReachGoalInput,
  DropGoal: DropGoalInput,
  AgreePlan: AgreePlanInput,
};
