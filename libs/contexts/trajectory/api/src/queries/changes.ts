import { Args, Context, ID, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { changesFor, concerns, MaybeId, mustBeSignedIn, ShowId, type EdgeContext } from '@perspectief/edge';
import { ChangeFeed } from '@perspectief/runtime';
import { Worklist } from '@perspectief/trajectory-read';

@ObjectType({ description: 'The page of a trajectory may have changed: read it again.' })
export class TrajectoryChange {
  @ShowId() trajectoryId!: string;
  @MaybeId('Give this to a query as `after`; null when changes were missed.') position!: string | null;
}

@ObjectType({ description: 'The worklist may have changed: read it again.' })
export class WorklistChange {
  @MaybeId('Give this to a query as `after`; null when changes were missed.') position!: string | null;
}

/** What moved stays with the guard, which asks whose it is. */
type Moved<Change> = Change & { readonly streams?: readonly string[] | undefined };

/** What stands on the page of a trajectory: itself, who lives there, and the money. */
const ON_ITS_PAGE = ['trajectory', 'household', 'pooled-budget'];

const positionIn = (position: string): string | null => position || null;

/** Hints as read models move; who missed one reads again and has lost nothing. */
@Resolver()
export class TrajectoryChanges {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly worklist: Worklist,
  ) {}

  @Subscription(() => TrajectoryChange)
  trajectoryChanged(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: EdgeContext,
  ): AsyncIterableIterator<{ trajectoryChanged: TrajectoryChange }> {
    mustBeSignedIn(context);
    return changesFor(this.feed, (change) =>
      ON_ITS_PAGE.some((projection) => concerns(change, projection, `trajectory-${id}`))
        ? { trajectoryChanged: { trajectoryId: id, position: positionIn(change.position) } }
        : undefined,
    );
  }

  @Subscription(() => WorklistChange)
  worklistChanged(@Context() context: EdgeContext): AsyncIterableIterator<{ worklistChanged: Moved<WorklistChange> }> {
    mustBeSignedIn(context);
    return changesFor(this.feed, (change) =>
      this.worklist.projections.some((projection) => concerns(change, projection)) ? { worklistChanged: { position: positionIn(change.position), streams: change.streams } } : undefined,
    );
  }
}
