import { domains, minus, startOf, type BusinessDate, type Cents, type Domain, type Uuid } from '@perspectief/kernel';
import {
  mandateAt,
  totalOf,
  waitingRaises,
  yearsOf,
  yearStatement,
  yearTotals,
  type ByDomain,
  type Mandate,
  type OpenedBudget,
  type PooledBudgetState,
  type Scheme,
  type Tier,
  type WaitingRaise,
} from '@perspectief/pooled-budget-domain';

export interface DomainView {
  readonly domain: Domain;
  readonly contributed: Cents;
  readonly attributed: Cents;
  readonly balance: Cents;
}

export interface YearView {
  readonly year: number;
  readonly phase: 'open' | 'closed';
  readonly contributed: Cents;
  readonly paid: Cents;
  readonly reserved: Cents;
  readonly available: Cents;
  readonly domains: readonly DomainView[];
}

export interface BudgetView {
  readonly id: Uuid;
  readonly name: string;
  readonly scheme: Scheme;
  readonly municipality: string;
  readonly area: string;
  readonly openedOn: BusinessDate;
  readonly householdCeiling: Cents;
  readonly tiers: readonly Tier[];
  readonly years: readonly YearView[];
  readonly proposedRaises: readonly WaitingRaise[];
}

export interface MandateView {
  readonly coachId: string;
  readonly mandate: Mandate;
  /** Whether it is the one that holds on the day. */
  readonly holds: boolean;
}

/** What was carried in counts as contributed: the statement says so too. */
export const yearView = (budget: PooledBudgetState, year: number): YearView => {
  const { contributed, paid, reserved, available } = yearTotals(budget, year);
  const { phase, domains: parts } = yearStatement(budget, year);
  return {
    ...{ year, phase, contributed, paid, reserved, available },
    domains: parts.map((part) => ({ domain: part.domain, contributed: part.contributed, attributed: part.attributed, balance: minus(part.contributed, part.attributed) })),
  };
};

export const budgetView = (budget: PooledBudgetState): BudgetView | undefined => {
  if (budget.phase === 'none') return undefined;
  const { id, name, scheme, municipality, area, openedOn, householdCeiling, tiers } = budget;
  const years = yearsOf(budget).map((year) => yearView(budget, year));
  return { id, name, scheme, municipality, area, openedOn, householdCeiling, tiers, years, proposedRaises: waitingRaises(budget) };
};

const ofCoach = (budget: OpenedBudget, coachId: string, day: BusinessDate): readonly MandateView[] => {
  const holding = mandateAt(budget, coachId, startOf(day));
  return (budget.mandates[coachId] ?? []).map((mandate) => ({ coachId, mandate, holds: mandate === holding }));
};

/** Every mandate ever granted, by coach; of each the one that holds on the day is marked. */
export const mandatesOn = (budget: PooledBudgetState, day: BusinessDate): readonly MandateView[] =>
  budget.phase === 'none'
    ? []
    : Object.keys(budget.mandates)
        .sort()
        .flatMap((coachId) => ofCoach(budget, coachId, day));

/** Amounts by law, in the order of the laws, with their total. */
export const cells = (amounts: ByDomain): readonly Cents[] => [...domains.map((domain) => amounts[domain]), totalOf(amounts)];
