import { dayOf, type BusinessDate, type Instant, type Uuid } from '@perspectief/kernel';
import { find, pooledBudgetDecider, put, type Keyed, type PooledBudgetState } from '@perspectief/pooled-budget-domain';
import { noNotes, withNote, type BudgetFact, type RequestNotes } from './request-notes.js';

/** A pot as pages need it: the state that decisions are made on, and what lists tell besides. Plain JSON. */
export interface BudgetPage {
  readonly budget: PooledBudgetState;
  readonly notes: Keyed<RequestNotes>;
}

/** The two clocks of a page: as it was on a day, and as it was known at a moment. */
export interface PointInTime {
  readonly asOf?: BusinessDate | undefined;
  readonly knownAt?: Instant | undefined;
}

export const emptyPage: BudgetPage = { budget: pooledBudgetDecider.initial, notes: {} };

export const notesOf = ({ notes }: BudgetPage, requestId: Uuid): RequestNotes => find(notes, requestId) ?? noNotes;

const requestIn = ({ data }: BudgetFact): Uuid | undefined => ('requestId' in data ? data.requestId : undefined);

const evolve = (page: BudgetPage, event: BudgetFact): BudgetPage => {
  const requestId = requestIn(event);
  return {
    budget: pooledBudgetDecider.evolve(page.budget, event),
    notes: requestId === undefined ? page.notes : put(page.notes, requestId, withNote(notesOf(page, requestId), event)),
  };
};

export const foldBudget = (events: Iterable<BudgetFact>, from: BudgetPage = emptyPage): BudgetPage => {
  let page = from;
  for (const event of events) page = evolve(page, event);
  return page;
};

/** What was known and had happened. */
export const factsAt = (events: readonly BudgetFact[], { asOf, knownAt }: PointInTime): readonly BudgetFact[] =>
  events.filter(
    ({ happenedOn, recordedAt }) => (asOf === undefined || dayOf(happenedOn) <= asOf) && (knownAt === undefined || recordedAt <= knownAt),
  );

/** The requests that these events change; a closing year moves those that go over. */
export const requestsTouchedBy = (events: readonly BudgetFact[]): readonly Uuid[] => [
  ...new Set(
    events.flatMap((event) => {
      if (event.type === 'YearClosed') return event.data.requests.map(({ requestId }) => requestId);
      return requestIn(event) ?? [];
    }),
  ),
];

/** The households whose money these events change. */
export const householdsTouchedBy = (events: readonly BudgetFact[]): readonly Uuid[] => [
  ...new Set(events.flatMap(({ data }) => ('trajectoryId' in data ? [data.trajectoryId] : []))),
];
