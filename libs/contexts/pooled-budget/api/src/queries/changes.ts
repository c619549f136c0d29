import { Context, Resolver, Subscription } from '@nestjs/graphql';
import { changesFor, concerns, mustBeSignedIn, type EdgeContext } from '@perspectief/edge';
import { categoryOf, idOfStream } from '@perspectief/kernel';
import { POOLED_BUDGET_PROJECTION } from '@perspectief/pooled-budget-read';
import { ChangeFeed, type Change } from '@perspectief/runtime';
import { ApprovalQueueChange } from './queue.types.js';

const changeTold = ({ position, streams }: Change): ApprovalQueueChange => ({
  position: position || null,
  budgetIds: streams?.filter((stream) => categoryOf(stream) === 'pooledBudget').map(idOfStream) ?? null,
});

/** Hints as the read model moves; who missed one reads again and has lost nothing. */
@Resolver()
export class QueueChanges {
  constructor(private readonly feed: ChangeFeed) {}

  @Subscription(() => ApprovalQueueChange)
  approvalQueueChanged(@Context() context: EdgeContext): AsyncIterableIterator<{ readonly approvalQueueChanged: ApprovalQueueChange }> {
    mustBeSignedIn(context);
    return changesFor(this.feed, (change) =>
      concerns(change, POOLED_BUDGET_PROJECTION) ? { approvalQueueChanged: changeTold(change) } : undefined,
    );
  }
}
