import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { kindOf, otherAnswers, type OtherAnswer } from '@perspectief/edge';
import type { TrajectoryView } from '@perspectief/trajectory-read';
import { ClockShown } from './shown/clocks.js';
import { TimelineConnection } from './shown/timeline.js';
import { TrajectoryShown } from './shown/trajectory.js';
import { WorklistConnection } from './shown/worklist.js';

@ObjectType({ description: 'Every clock that had started, one for each threat and application.' })
export class Clocks {
  @Field(() => [ClockShown]) clocks!: readonly ClockShown[];
}

export const TrajectoryResult = createUnionType({
  name: 'TrajectoryResult',
  types: () => [TrajectoryShown, ...otherAnswers] as const,
  resolveType: kindOf(TrajectoryShown),
});
export type TrajectoryResult = TrajectoryView | OtherAnswer;

export const TimelineResult = createUnionType({
  name: 'TimelineResult',
  types: () => [TimelineConnection, ...otherAnswers] as const,
  resolveType: kindOf(TimelineConnection),
});

export const ClocksResult = createUnionType({
  name: 'ClocksResult',
  types: () => [Clocks, ...otherAnswers] as const,
  resolveType: kindOf(Clocks),
});

export const WorklistResult = createUnionType({
  name: 'WorklistResult',
  types: () => [WorklistConnection, ...otherAnswers] as const,
  resolveType: kindOf(WorklistConnection),
});
