import { SpendingRequestDocument, type SpendingRequestQuery } from '@perspectief/graphql-contract/desk';
import { usePage } from '../../data/use-page';

export type DecisionRecord = Extract<SpendingRequestQuery['spendingRequest'], { readonly __typename: 'SpendingRequest' }>;
export type Asked = DecisionRecord['request'];

export const useRequest = (requestId: string) => usePage(SpendingRequestDocument, 'spendingRequest', { requestId }, { topic: 'approvals', subject: requestId });

/** Why this reader may not decide it, or that he may. */
export type Stand = 'may-decide' | 'own' | 'approved-by-me' | 'returned' | 'decided';

export const standOf = ({ state, requestedBy, approvals }: Pick<Asked, 'state' | 'requestedBy' | 'approvals'>, me: string): Stand => {
  if (state === 'returned') return 'returned';
  if (state !== 'awaiting') return 'decided';
  if (requestedBy === me) return 'own';
  return approvals.includes(me) ? 'approved-by-me' : 'may-decide';
};
