import { Resolver, Subscription } from '@nestjs/graphql';
import { changesFor, concerns } from '@perspectief/edge';
import { POOLED_BUDGET_PROJECTION } from '@perspectief/pooled-budget-read';
import { ChangeFeed, type Change } from '@perspectief/runtime';
import { ApprovalQueueChange } from './queue.types.js';

const changeTold = ({ position, streams }: Change): ApprovalQueueChange => ({
  position: position || null,
  budgetIds: streams?.map((stream) => stream.slice(stream.indexOf('-') + 1)) ?? null,
});

/** Hints as the read model moves; who missed one reads again and has lost nothing. */
@Resolver()
export class QueueChanges {
  constructor(private readonly feed: ChangeFeed) {}

  @Subscription(() => ApprovalQueueChange)
  approvalQueueChanged(): AsyncIterableIterator<{ readonly approvalQueueChanged: ApprovalQueueChange }> {
    return changesFor(this.feed, (change) =>
      concerns(change, POOLED_BUDGET_PROJECTION) ? { approvalQueueChanged: changeTold(change) } : undefined,
    );
  }
}
