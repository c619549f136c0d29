import { InputType } from '@nestjs/graphql';
import { Choice, Code, Codes, Flag, Id, Moment, NestedList, Score, Text } from '@perspectief/edge';
import type { LocalDateTime, Uuid } from '@perspectief/kernel';
import { OnTrajectory } from './on-trajectory.js';

const contactKinds = ['call', 'visit', 'letter', 'message'] as const;
const assessors = ['household', 'coach'] as const;

@InputType()
export class LogContactInput extends OnTrajectory {
  @Id() contactId!: Uuid;
  @Choice(contactKinds) kind!: (typeof contactKinds)[number];
  @Flag({ says: 'Whether the household was reached.' }) reached!: boolean;
  @Text({ optional: true }) note?: string;
}

@InputType()
export class TellStoryInput extends OnTrajectory {
  @Id() storyId!: Uuid;
  @Text({ max: 20_000 }) text!: string;
  @Codes({ says: 'People or roles that may read it.' }) visibleTo!: string[];
}

@InputType()
export class CorrectStoryInput extends OnTrajectory {
  @Id() storyId!: Uuid;
  @Text({ max: 20_000 }) text!: string;
}

@InputType()
export class CorrectDateInput extends OnTrajectory {
  @Id() eventId!: Uuid;
  @Moment({ says: 'When it really happened.' }) happenedOn!: LocalDateTime;
  @Text() reason!: string;
}

@InputType()
export class LifeAreaScoreInput {
  @Code() lifeArea!: string;
  @Score({ says: '1 (worst) to 5 (best).' }) score!: number;
}

@InputType()
export class AssessLifeAreasInput extends OnTrajectory {
  @Id() assessmentId!: Uuid;
  @Choice(assessors) by!: (typeof assessors)[number];
  @NestedList(() => LifeAreaScoreInput) scores!: LifeAreaScoreInput[];
  @Score({ optional: true, says: '0 (worst) to 10 (best).' }) qualityOfLife?: number;
  @Text({ optional: true }) note?: string;
}

export const storyInputs = {
  LogContact: LogContactInput,
  TellStory: TellStoryInput,
  CorrectStory: CorrectStoryInput,
  CorrectDate: CorrectDateInput,
  AssessLifeAreas: AssessLifeAreasInput,
};
