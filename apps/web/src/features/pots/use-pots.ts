import { PotDocument, PotFlowDocument, PotMandatesDocument, PotsDocument, PotStatementDocument, type PotFlowQuery, type PotQuery, type PotsQuery } from '@perspectief/graphql-contract/pots';
import { ApprovalQueueChangedDocument } from '@perspectief/graphql-contract/desk';
import { useLive, usePage } from '../../data/use-page';

export type Pot = Extract<PotQuery['pooledBudget'], { readonly __typename: 'PooledBudget' }>;
export type PotYear = Pot['years'][number];
export type PotSummary = Extract<PotsQuery['pooledBudgets'], { readonly __typename: 'PooledBudgetConnection' }>['edges'][number]['node'];
export type FlowLink = Extract<PotFlowQuery['spendingFlow'], { readonly __typename: 'SpendingFlow' }>['links'][number];

const TOPIC = 'pots';
const MOST = 200;

const useLivePots = () => useLive(ApprovalQueueChangedDocument, {}, { topic: TOPIC, positionOf: ({ approvalQueueChanged }) => approvalQueueChanged.position });

export const usePots = () => {
  useLivePots();
  return usePage(PotsDocument, 'pooledBudgets', { first: MOST }, { topic: TOPIC, subject: 'all' });
};

export const usePot = (budgetId: string) => {
  useLivePots();
  return usePage(PotDocument, 'pooledBudget', { budgetId }, { topic: TOPIC, subject: budgetId });
};

export const useFlow = (budgetId: string, year: number) => usePage(PotFlowDocument, 'spendingFlow', { budgetId, year }, { topic: TOPIC, subject: `${budgetId}:${year}` });
export const useStatement = (budgetId: string, year: number) => usePage(PotStatementDocument, 'yearStatement', { budgetId, year }, { topic: TOPIC, subject: `${budgetId}:${year}` });
export const useMandates = (budgetId: string) => usePage(PotMandatesDocument, 'mandates', { budgetId }, { topic: TOPIC, subject: budgetId });
