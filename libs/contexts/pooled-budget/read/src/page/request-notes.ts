import { dayOf, minus, plus, type BusinessDate, type Cents, type Recorded } from '@perspectief/kernel';
import type { PooledBudgetEvent } from '@perspectief/pooled-budget-domain';

export type BudgetFact = Recorded<PooledBudgetEvent>;

/** What lists tell of a request besides its state: who decided when, and where in the stream its words stand. */
export interface RequestNotes {
  /** Stream versions of all that was said about it. */
  readonly versions: readonly number[];
  /** Of an emergency: by then it wants its approval, also once it has it. */
  readonly settleBy?: BusinessDate;
  readonly returnedOn?: BusinessDate;
  readonly decidedOn?: BusinessDate;
  /** Stream version of the decision; what stood before it is what was decided on. */
  readonly decidedAt?: number;
  readonly decidedBy: readonly string[];
  /** What came back is deducted. */
  readonly paid: Cents;
  readonly firstPaidOn?: BusinessDate;
}

export const noNotes: RequestNotes = { versions: [], decidedBy: [], paid: 0 };

const decided = (notes: RequestNotes, { happenedOn, streamVersion }: BudgetFact, decidedBy: readonly string[]): RequestNotes => ({
  ...notes,
  decidedOn: dayOf(happenedOn),
  decidedAt: streamVersion,
  decidedBy,
});

/** Approved at once by a mandate, or together with the approval that it took last. */
const approved = (notes: RequestNotes, event: BudgetFact): RequestNotes => {
  if (event.type !== 'SpendingApproved') return notes;
  const { by, settleBy } = event.data;
  if (by === 'emergency') return settleBy === undefined ? notes : { ...notes, settleBy };
  return decided(notes, event, by === 'mandate' ? [event.actor.id] : notes.decidedBy);
};

const noted = (notes: RequestNotes, event: BudgetFact): RequestNotes => {
  switch (event.type) {
    case 'SpendingApproved':
      return approved(notes, event);
    case 'ApprovalGiven':
      return { ...notes, decidedBy: [...notes.decidedBy, event.data.approvedBy] };
    case 'SpendingReturned':
      return { ...notes, returnedOn: dayOf(event.happenedOn), decidedBy: [] };
    case 'SpendingRejected':
      return decided(notes, event, [event.data.rejectedBy]);
    case 'SpendingWithdrawn':
      return decided(notes, event, [event.actor.id]);
    case 'PaymentRecorded':
      return { ...notes, paid: plus(notes.paid, event.data.amount), firstPaidOn: earliest(notes.firstPaidOn, dayOf(event.happenedOn)) };
    case 'RefundRecorded':
      return { ...notes, paid: minus(notes.paid, event.data.amount) };
    default:
      return notes;
  }
};

const earliest = (known: BusinessDate | undefined, day: BusinessDate): BusinessDate => (known !== undefined && known < day ? known : day);

export const withNote = (notes: RequestNotes, event: BudgetFact): RequestNotes => {
  const next = noted(notes, event);
  return { ...next, versions: [...next.versions, event.streamVersion] };
};
