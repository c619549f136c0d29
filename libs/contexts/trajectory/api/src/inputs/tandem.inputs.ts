import { InputType } from '@nestjs/graphql';
import { Code, Id, PersonId, Text, Whole } from '@perspectief/edge';
import type { Uuid } from '@perspectief/kernel';
import { OnTrajectory } from './on-trajectory.js';

const MINUTES_OF_A_DAY = 1_440;

@InputType()
export class ProposeTandemInput extends OnTrajectory {
  @Id() tandemId!: Uuid;
  @PersonId() coachId!: string;
  @PersonId() expertId!: string;
}

@InputType()
export class AcceptTandemInput extends OnTrajectory {}

@InputType()
export class DeclineTandemInput extends OnTrajectory {
  @Text({ optional: true }) reason?: string;
}

@InputType()
export class LogTandemContactInput extends OnTrajectory {
  @Id() contactId!: Uuid;
  @Code({ says: 'Such as home-visit or call.' }) kind!: string;
  @Whole({ max: MINUTES_OF_A_DAY }) minutes!: number;
  @Text({ optional: true, says: 'Read by coach and expert alone.' }) note?: string;
}

@InputType()
export class PauseTandemInput extends OnTrajectory {}

@InputType()
export class ResumeTandemInput extends OnTrajectory {}

@InputType()
export class ReplaceExpertInput extends OnTrajectory {
  @PersonId() expertId!: string;
}

@InputType()
export class ReplaceCoachInput extends OnTrajectory {
  @PersonId() coachId!: string;
}

@InputType()
export class EndTandemInput extends OnTrajectory {
  @Text() reason!: string;
}

export const tandemInputs = {
  ProposeTandem: ProposeTandemInput,
  AcceptTandem: AcceptTandemInput,
  DeclineTandem: DeclineTandemInput,
  LogTandemContact: LogTandemContactInput,
  PauseTandem: PauseTandemInput,
  ResumeTandem: ResumeTandemInput,
  ReplaceExpert: ReplaceExpertInput,
  ReplaceCoach: ReplaceCoachInput,
  EndTandem: EndTandemInput,
};
