import { Inject } from '@nestjs/common';
import { Field, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import type { Platform } from '@perspectief/assembly';
import { MaybeId, MaybeText, ShowCount, ShowText } from '@perspectief/edge';
import type { Beside } from '@perspectief/runtime';
import { PLATFORM } from '../tokens.js';

enum RebuildState {
  BUILDING = 'building',
  KEPT = 'kept',
}
registerEnumType(RebuildState, { name: 'RebuildState' });

@ObjectType('Rebuild', { description: 'A version of a read model beside the one that is read.' })
export class RebuildShown {
  @Field(() => RebuildState, { description: 'Whether it is being built, or is the former one.' }) state!: RebuildState;
  @ShowCount() version!: number;
  @ShowCount('Events read for it.') read!: number;
  @ShowCount('Events that there are to read; 0 where that is not known.') total!: number;
  @Field(() => Int, { nullable: true, description: 'Events that it reads in a second; null before the first.' }) perSecond!: number | null;
  @Field(() => Int, { nullable: true, description: 'Seconds until it is there, at that rate; null where that is not known.' }) secondsLeft!: number | null;
  @MaybeText('Kind of the error at which it stopped, and of which event.') error!: string | null;
}

@ObjectType('ProjectionPartition', { description: 'One part of a reader of the log.' })
export class PartitionShown {
  @ShowCount() partition!: number;
  @ShowCount('Events that it has yet to read, counted up to a thousand.') behind!: number;
  @Field(() => Int, { description: 'How long the oldest of these waits, in whole seconds; 0 when it has read all.' }) secondsBehind!: number;
}

@ObjectType('Projection', { description: 'A reader of the log that makes a read model.' })
export class ProjectionShown {
  @ShowText() name!: string;
  @ShowCount() version!: number;
  @MaybeId('How far it has read; null at the beginning.') position!: string | null;
  @ShowCount('Events that it has yet to read, counted up to a thousand.') behind!: number;
  @Field(() => Int, { description: 'How long the oldest of these waits, in whole seconds; 0 when it has read all.' }) secondsBehind!: number;
  @MaybeText('Kind of the error on which it stands still.') error!: string | null;
  @ShowCount('Events that it could not take, and those that wait behind them.') parked!: number;
  @Field(() => [PartitionShown], { description: 'Parts of it that read the log each for itself.' }) partitions!: readonly PartitionShown[];
  @Field(() => RebuildShown, { nullable: true, description: 'Another version of it, if there is one.' }) rebuild!: RebuildShown | null;
}

@ObjectType({ description: 'Read models and how far they trail.' })
export class ProjectionList {
  @Field(() => [ProjectionShown]) projections!: readonly ProjectionShown[];
}

const waited = (since: string | undefined): number => (since === undefined ? 0 : Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 1_000)));

const rebuildOf = ({ state, version, read, total, perSecond, secondsLeft, error }: Beside): RebuildShown => ({
  ...{ state: state as RebuildState, version, read, total: Math.max(read, total), error: error ?? null },
  perSecond: perSecond === undefined ? null : Math.round(perSecond),
  secondsLeft: secondsLeft === undefined ? null : Math.ceil(secondsLeft),
});

/** For whoever keeps the platform running; nothing of a file is in it. */
@Resolver()
export class ProjectionStatusQuery {
  constructor(@Inject(PLATFORM) private readonly platform: Pick<Platform, 'projections'>) {}

  @Query(() => ProjectionList, { name: 'projectionStatus', description: 'How far each read model has read the log.' })
  async projectionStatus(): Promise<ProjectionList> {
    const projections = (await this.platform.projections.status()).map(({ name, version, position, behind, waitingSince, error, parked, partitions, beside }) => ({
      ...{ name, version, position: position ?? null, behind, secondsBehind: waited(waitingSince), error: error ?? null, parked },
      partitions: partitions.map((one) => ({ partition: one.partition, behind: one.behind, secondsBehind: waited(one.waitingSince) })),
      rebuild: beside ? rebuildOf(beside) : null,
    }));
    return { projections };
  }
}
