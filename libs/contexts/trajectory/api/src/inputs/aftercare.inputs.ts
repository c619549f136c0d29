import { InputType } from '@nestjs/graphql';
import { Amount, Choice, Code, Day, Days, Flag, Id, Score, Text, Whole } from '@perspectief/edge';
import type { BusinessDate, Cents, Uuid } from '@perspectief/kernel';
import { OnTrajectory } from './on-trajectory.js';

const setbacks = ['arrears', 'income', 'health', 'housing', 'other'] as const;
const outcomes = ['stable', 'stable-with-support', 'other-help', 'relapsed'] as const;

@InputType()
export class StartAftercareInput extends OnTrajectory {
  @Day() until!: BusinessDate;
  @Days({ says: 'Numbered from 1 in the order given.' }) checkIns!: BusinessDate[];
}

@InputType()
export class HoldCheckInInput extends OnTrajectory {
  @Id() checkInId!: Uuid;
  @Whole() number!: number;
  @Score({ says: '0 (worst) to 10 (best).' }) wellbeing!: number;
  @Flag() newArrears!: boolean;
  @Text({ optional: true }) note?: string;
}

@InputType()
export class MissCheckInInput extends OnTrajectory {
  @Whole() number!: number;
}

@InputType()
export class ReportSetbackInput extends OnTrajectory {
  @Choice(setbacks) kind!: (typeof setbacks)[number];
  @Code({ optional: true, says: 'Who reported it, such as a landlord.' }) partner?: string;
  @Amount({ optional: true }) amount?: Cents;
  @Text({ optional: true }) note?: string;
}

@InputType()
export class ResumeSupportInput extends OnTrajectory {
  @Text() reason!: string;
}

@InputType()
export class CompleteAftercareInput extends OnTrajectory {
  @Choice(outcomes) outcome!: (typeof outcomes)[number];
}

export const aftercareInputs = {
  StartAftercare: StartAftercareInput,
  HoldCheckIn: HoldCheckInInput,
  MissCheckIn: MissCheckInInput,
  ReportSetback: ReportSetbackInput,
  ResumeSupport: ResumeSupportInput,
  CompleteAftercare: CompleteAftercareInput,
};
