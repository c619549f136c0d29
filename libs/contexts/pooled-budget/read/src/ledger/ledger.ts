import { dayOf, type BusinessDate, type Domain, type Uuid } from '@perspectief/kernel';
import { nothingYet, taken, type ByDomain } from '@perspectief/pooled-budget-domain';
import type { BudgetFact } from '../page/request-notes.js';

export const ledgerKinds = ['contribution', 'withdrawal', 'carried-in', 'payment', 'refund', 'buy-out', 'gone-over', 'gone-back'] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** One line of a year's ledger: what went in is above zero, what went out below. */
export interface LedgerLine {
  readonly position: string;
  readonly day: BusinessDate;
  readonly year: number;
  readonly kind: LedgerKind;
  /** The payment, refund, or debt that it is about. */
  readonly reference: Uuid | undefined;
  readonly requestId: Uuid | undefined;
  /** Whose money it was; for who lets the line out, and not in any sheet. */
  readonly trajectoryId: Uuid | undefined;
  readonly amounts: ByDomain;
}

type Entry = Pick<LedgerLine, 'year' | 'kind' | 'amounts'> & Partial<Pick<LedgerLine, 'reference' | 'requestId' | 'trajectoryId'>>;

const out = (amounts: ByDomain): ByDomain => taken(nothingYet, amounts);
const of = (domain: Domain, amount: number): ByDomain => ({ ...nothingYet, [domain]: amount });
const isNothing = (amounts: ByDomain): boolean => Object.values(amounts).every((amount) => amount === 0);

const closing = ({ year, over, back }: Extract<BudgetFact, { type: 'YearClosed' }>['data']): readonly Entry[] => [
  { year, kind: 'gone-over', amounts: out(over) },
  { year, kind: 'gone-back', amounts: out(back) },
  { year: year + 1, kind: 'carried-in', amounts: over },
];

const entriesOf = (event: BudgetFact): readonly Entry[] => {
  switch (event.type) {
    case 'ContributionMade':
      return [{ year: event.data.year, kind: 'contribution', amounts: of(event.data.domain, event.data.amount) }];
    case 'ContributionWithdrawn':
      return [{ year: event.data.year, kind: 'withdrawal', amounts: out(of(event.data.domain, event.data.amount)) }];
    case 'PaymentRecorded': {
      const { year, attribution, paymentId, requestId, trajectoryId } = event.data;
      return [{ year, kind: 'payment', amounts: out(attribution), reference: paymentId, requestId, trajectoryId }];
    }
    case 'RefundRecorded': {
      const { year, attribution, refundId, requestId, trajectoryId } = event.data;
      return [{ year, kind: 'refund', amounts: attribution, reference: refundId, requestId, trajectoryId }];
    }
    case 'BuyOutPaidFromPool':
      return [{ year: event.data.year, kind: 'buy-out', amounts: out(event.data.attribution), reference: event.data.debtId, trajectoryId: event.data.trajectoryId }];
    case 'YearClosed':
      return closing(event.data).filter(({ amounts }) => !isNothing(amounts));
    default:
      return [];
  }
};

/** Every movement of money, in the order of the log. Its sum is what the pot still has, by law. */
export const ledgerOf = (events: readonly BudgetFact[], year?: number): readonly LedgerLine[] =>
  events.flatMap((event) =>
    entriesOf(event)
      .filter((entry) => year === undefined || entry.year === year)
      .map((entry) => ({ position: event.position, day: dayOf(event.happenedOn), reference: undefined, requestId: undefined, trajectoryId: undefined, ...entry })),
  );
