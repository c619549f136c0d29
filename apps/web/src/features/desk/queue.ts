import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { ApprovalQueueChangedDocument, ApprovalQueueDocument, type ApprovalQueueQuery } from '@perspectief/graphql-contract/desk';
import { useLive, usePage } from '../../data/use-page';

type Connection = Extract<ApprovalQueueQuery['approvalQueue'], { readonly __typename: 'ApprovalQueueConnection' }>;
export type QueueItem = Connection['edges'][number]['node'];

export const QUEUES = ['MINE', 'SECOND', 'EMERGENCY', 'ALL', 'PAY', 'DECIDED'] as const;
export type Queue = (typeof QUEUES)[number];

const PAGE = 200;

/** Which queue is open: in the address, so that going back finds it. */
export const useQueueChoice = (): readonly [Queue, (queue: Queue) => void, string] => {
  const [params, setParams] = useSearchParams();
  const queue = QUEUES.find((one) => one.toLowerCase() === params.get('lijst')) ?? 'MINE';
  const choose = useCallback((next: Queue) => setParams(next === 'MINE' ? {} : { lijst: next.toLowerCase() }, { replace: true }), [setParams]);
  const search = params.toString();
  return [queue, choose, search && `?${search}`];
};

/** What waits for approvers, live. */
export const useQueue = (queue: Queue) => {
  useLive(ApprovalQueueChangedDocument, {}, { topic: 'approvals', positionOf: ({ approvalQueueChanged }) => approvalQueueChanged.position });
  const page = usePage(ApprovalQueueDocument, 'approvalQueue', { tab: queue, first: PAGE, cursor: null }, { topic: 'approvals', subject: queue });
  return { page, items: page.found?.edges.map(({ node }) => node) ?? [], totals: page.found?.totals, more: page.found?.pageInfo.hasNextPage ?? false };
};

/** A household under a number: who they are is not for whoever decides on money. */
export const pseudonymOf = (trajectoryId: string): string => trajectoryId.replaceAll('-', '').slice(-4).toUpperCase();
