import { Inject } from '@nestjs/common';
import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Platform } from '@perspectief/assembly';
import { MaybeId, MaybeText, ShowCount, ShowText } from '@perspectief/edge';
import { PLATFORM } from '../tokens.js';

@ObjectType('Projection', { description: 'A reader of the log that makes a read model.' })
export class ProjectionShown {
  @ShowText() name!: string;
  @ShowCount() version!: number;
  @MaybeId('How far it has read; null at the beginning.') position!: string | null;
  @ShowCount('Events that it has yet to read, counted up to a thousand.') behind!: number;
  @Field(() => Int, { description: 'How long the oldest of these waits, in whole seconds; 0 when it has read all.' }) secondsBehind!: number;
  @MaybeText('Kind of the error on which it stands still.') error!: string | null;
}

@ObjectType({ description: 'Read models and how far they trail.' })
export class ProjectionList {
  @Field(() => [ProjectionShown]) projections!: readonly ProjectionShown[];
}

/** For whoever keeps the platform running; nothing of a file is in it. */
@Resolver()
export class ProjectionStatusQuery {
  constructor(@Inject(PLATFORM) private readonly platform: Pick<Platform, 'projections'>) {}

  @Query(() => ProjectionList, { name: 'projectionStatus', description: 'How far each read model has read the log.' })
  async projectionStatus(): Promise<ProjectionList> {
    const now = Date.now();
    const waited = (since: string | undefined): number => (since === undefined ? 0 : Math.max(0, Math.floor((now - Date.parse(since)) / 1_000)));
    const projections = (await this.platform.projections.status()).map(({ name, version, position, behind, waitingSince, error }) => ({
      ...{ name, version, position: position ?? null, behind, secondsBehind: waited(waitingSince), error: error ?? null },
    }));
    return { projections };
  }
}
