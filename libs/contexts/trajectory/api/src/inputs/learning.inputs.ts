import { InputType } from '@nestjs/graphql';
import { Code, Id, Text } from '@perspectief/edge';
import type { Uuid } from '@perspectief/kernel';
import { OnTrajectory } from './on-trajectory.js';

@InputType()
export class ReportBottleneckInput extends OnTrajectory {
  @Id() bottleneckId!: Uuid;
  @Code({ says: 'The rule that stands in the way.' }) rule!: string;
  @Code() organisation!: string;
  @Text({ says: 'Without personal data.' }) description!: string;
}

export const learningInputs = { ReportBottleneck: ReportBottleneckInput };
