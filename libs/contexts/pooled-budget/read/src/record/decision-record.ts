import type { BusinessDate, Cents, Uuid } from '@perspectief/kernel';
import type { HouseholdSpend, Impact, Mandate, Split, Tier } from '@perspectief/pooled-budget-domain';
import type { RequestRow } from '../page/request-row.js';
import type { BudgetFact } from '../page/request-notes.js';

/** Why it is asked, in the words of whoever asks. Personal data: read from the log, kept nowhere else. */
export interface Reasons {
  readonly purpose: string;
  readonly payee: string;
  readonly legitimate: string;
  readonly committed: string;
  readonly returns: string;
  readonly regularRouteRuledOut: string;
  readonly split: Split | undefined;
  readonly duplicateConfirmed: boolean;
  readonly emergency: boolean;
}

export interface Said {
  readonly kind: 'question' | 'answer' | 'approval' | 'refusal';
  readonly by: string;
  readonly on: BusinessDate;
  readonly text: string | undefined;
}

export interface PaymentLine {
  readonly kind: 'payment' | 'refund';
  readonly paymentId: Uuid;
  readonly on: BusinessDate;
  readonly amount: Cents;
}

/** What was asked for a household, and how far it came. */
export type Purchase = RequestRow & Pick<Reasons, 'purpose' | 'payee'>;

/** The rule that sent it to approvers, or spared it them. */
export interface RuleApplied {
  readonly rule: RequestRow['rule'];
  readonly approvers: number;
  /** The tier that sets their number; none below the lowest. */
  readonly tier: Tier | undefined;
  /** What the coach could spend alone at that moment. */
  readonly mandate: Mandate | undefined;
}

/** All that whoever decides should see: as it stands, or once decided, as it stood just before. */
export interface DecisionRecord {
  readonly request: RequestRow;
  readonly reasons: Reasons;
  readonly said: readonly Said[];
  readonly payments: readonly PaymentLine[];
  readonly rule: RuleApplied;
  readonly impact: Impact | undefined;
  /** With the raise that waits now: it is proposed from here when the request is long decided. */
  readonly household: HouseholdSpend;
  /** What this household asked of any pot before. */
  readonly earlier: readonly RequestRow[];
  /** Decided on the same life area and an amount of the same size. */
  readonly similar: readonly RequestRow[];
}

export const reasonsIn = (facts: readonly BudgetFact[]): Reasons | undefined => {
  const asked = facts.find(({ type }) => type === 'SpendingRequested');
  if (asked?.type !== 'SpendingRequested') return undefined;
  const { purpose, payee, legitimate, committed, returns, regularRouteRuledOut, split, duplicateConfirmed = false, emergency = false } = asked.data;
  return { purpose, payee, legitimate, committed, returns, regularRouteRuledOut, split, duplicateConfirmed, emergency };
};

const saidIn = (event: BudgetFact): readonly Omit<Said, 'on' | 'by'>[] => {
  switch (event.type) {
    case 'SpendingReturned':
      return [{ kind: 'question', text: event.data.question }];
    case 'ReturnAnswered':
      return [{ kind: 'answer', text: event.data.answer }];
    case 'SpendingRejected':
      return [{ kind: 'refusal', text: event.data.reason }];
    case 'ApprovalGiven':
      return [{ kind: 'approval', text: undefined }];
    default:
      return [];
  }
};

export const conversationIn = (facts: readonly BudgetFact[]): readonly Said[] =>
  facts.flatMap((event) => saidIn(event).map((said) => ({ ...said, by: event.actor.id, on: event.happenedOn.slice(0, 10) })));

export const paymentsIn = (facts: readonly BudgetFact[]): readonly PaymentLine[] =>
  facts.flatMap((event) => {
    if (event.type !== 'PaymentRecorded' && event.type !== 'RefundRecorded') return [];
    const { paymentId, amount } = event.data;
    return [{ kind: event.type === 'PaymentRecorded' ? ('payment' as const) : ('refund' as const), paymentId, amount, on: event.happenedOn.slice(0, 10) }];
  });
