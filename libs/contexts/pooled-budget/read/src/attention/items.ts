import { addDays, deriveId, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { Bilingual, Law } from '@perspectief/law';
import { find, type OpenedBudget, type SpendingRequest } from '@perspectief/pooled-budget-domain';
import { notesOf, type BudgetPage } from '../page/budget-page.js';
import type { RequestNotes } from '../page/request-notes.js';

export const attentionKinds = ['emergency-approval', 'emergency-overdue', 'spending-returned', 'delivery-unconfirmed', 'receipt-unconfirmed'] as const;
export type AttentionKind = (typeof attentionKinds)[number];

/** What a request asks of people, in the form of the worklist. No personal data. */
export interface AttentionItem {
  readonly itemId: Uuid;
  readonly budgetId: Uuid;
  readonly requestId: Uuid;
  readonly trajectoryId: Uuid;
  readonly municipality: string;
  readonly area: string;
  /** Of the request; holders see theirs by role and area. */
  readonly coachId: string;
  readonly forRole: 'neighbourhood-coach' | 'budget-holder';
  readonly kind: AttentionKind;
  readonly rule: string;
  /** From the day after it is overdue. */
  readonly dueOn: BusinessDate;
  readonly since: BusinessDate;
  readonly sentence: Bilingual;
}

type Draft = Pick<AttentionItem, 'kind' | 'forRole' | 'rule' | 'dueOn' | 'since' | 'sentence'>;

const undecided = ({ judgment }: SpendingRequest): boolean => judgment.phase === 'awaiting' || judgment.phase === 'returned';

/** Due on the last day of its term: who asks on a later day sees it overdue, and the coach can ask for nothing until it is settled. */
const emergencies = (request: SpendingRequest, { settleBy }: RequestNotes): readonly Draft[] => {
  if (settleBy === undefined || !undecided(request)) return [];
  const dated = { rule: 'PB-08', dueOn: settleBy, since: request.requestedOn };
  const sentence = { nl: 'Een spoeduitgave wacht op goedkeuring achteraf.', en: 'An emergency waits for its approval afterwards.' };
  const blocked = { nl: 'Een spoeduitgave is nog niet goedgekeurd. Na deze dag kun je niets meer aanvragen.', en: 'An emergency is not approved yet. After this day you can ask for nothing more.' };
  return [
    { ...dated, kind: 'emergency-approval', forRole: 'budget-holder', sentence },
    { ...dated, kind: 'emergency-overdue', forRole: 'neighbourhood-coach', sentence: blocked },
  ];
};

const returned = ({ judgment, requestedOn }: SpendingRequest, { returnedOn = requestedOn }: RequestNotes): readonly Draft[] =>
  judgment.phase === 'returned'
    ? [
        {
          ...{ kind: 'spending-returned', forRole: 'neighbourhood-coach', rule: 'PB-14', dueOn: returnedOn, since: returnedOn },
          sentence: { nl: 'Over je aanvraag is een vraag gesteld. Beantwoord die.', en: 'A question was asked about your request. Answer it.' },
        },
      ]
    : [];

const unconfirmed = ({ delivery, receipts }: SpendingRequest, { firstPaidOn }: RequestNotes, law: Law): readonly Draft[] => {
  if (firstPaidOn === undefined) return [];
  const dueOn = addDays(firstPaidOn, law.on(firstPaidOn).value('receipt-overdue-after'));
  const dated = { forRole: 'neighbourhood-coach', rule: 'PB-RECEIPT', dueOn, since: firstPaidOn } as const;
  const delivered = { nl: 'Iets is betaald en de levering is niet bevestigd.', en: 'Something was paid and its delivery is not confirmed.' };
  const received = { nl: 'Iets is betaald en de ontvangst is niet bevestigd.', en: 'Something was paid and its receipt is not confirmed.' };
  return [
    ...(delivery.phase === 'awaited' ? [{ ...dated, kind: 'delivery-unconfirmed' as const, sentence: delivered }] : []),
    ...(receipts.length === 0 ? [{ ...dated, kind: 'receipt-unconfirmed' as const, sentence: received }] : []),
  ];
};

const itemFrom = ({ id, municipality, area }: OpenedBudget, request: SpendingRequest, draft: Draft): AttentionItem => ({
  itemId: deriveId('worklist', request.requestId, draft.kind),
  ...{ budgetId: id, requestId: request.requestId, trajectoryId: request.trajectoryId, municipality, area, coachId: request.requestedBy },
  ...draft,
});

/** All that one request asks of people, from the page alone: a pure function of the fold. */
export const attentionItems = (page: BudgetPage, requestId: Uuid, law: Law): readonly AttentionItem[] => {
  const { budget } = page;
  const request = budget.phase === 'none' ? undefined : find(budget.requests, requestId);
  if (budget.phase === 'none' || !request) return [];
  const notes = notesOf(page, requestId);
  return [...emergencies(request, notes), ...returned(request, notes), ...unconfirmed(request, notes, law)].map((draft) =>
    itemFrom(budget, request, draft),
  );
};
