import { Args, ID, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { changesFor, concerns, MaybeId, ShowId } from '@perspectief/edge';
import { ChangeFeed } from '@perspectief/runtime';

@ObjectType({ description: 'The page of a trajectory may have changed: read it again.' })
export class TrajectoryChange {
  @ShowId() trajectoryId!: string;
  @MaybeId('Give this to a query as `after`; null when changes were missed.') position!: string | null;
}

@ObjectType({ description: 'The worklist may have changed: read it again.' })
export class WorklistChange {
  @MaybeId('Give this to a query as `after`; null when changes were missed.') position!: string | null;
}

const positionIn = (position: string): string | null => position || null;

/** Hints as read models move; who missed one reads again and has lost nothing. */
@Resolver()
export class TrajectoryChanges {
  constructor(private readonly feed: ChangeFeed) {}

  @Subscription(() => TrajectoryChange)
  trajectoryChanged(@Args('id', { type: () => ID }) id: string): AsyncIterableIterator<{ trajectoryChanged: TrajectoryChange }> {
    return changesFor(this.feed, (change) =>
      concerns(change, 'trajectory', `trajectory-${id}`)
        ? { trajectoryChanged: { trajectoryId: id, position: positionIn(change.position) } }
        : undefined,
    );
  }

  @Subscription(() => WorklistChange)
  worklistChanged(): AsyncIterableIterator<{ worklistChanged: WorklistChange }> {
    return changesFor(this.feed, (change) =>
      concerns(change, 'trajectory') ? { worklistChanged: { position: positionIn(change.position) } } : undefined,
    );
  }
}
