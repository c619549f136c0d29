import { domains } from '@perspectief/kernel';
import type { ByDomain, Mandate, Split, YearStatement as Statement } from '@perspectief/pooled-budget-domain';
import type { DecisionRecord, MandateView } from '@perspectief/pooled-budget-read';
import type { BudgetMandate } from './budget.types.js';
import type { SpendingRequest, SplitPart } from './record.types.js';
import type { DomainAmount, YearStatement } from './statement.types.js';

export const mandateTold = (coachId: string, mandate: Mandate, holds: boolean): BudgetMandate => ({
  ...{ coachId, holds, perRequest: mandate.perRequest, from: mandate.from, until: mandate.until ?? null },
  domains: mandate.domains ?? null,
  emergency: mandate.emergency ?? null,
  revokedAt: mandate.phase === 'revoked' ? mandate.revokedAt : null,
});

export const mandatesTold = (mandates: readonly MandateView[]): readonly BudgetMandate[] =>
  mandates.map(({ coachId, mandate, holds }) => mandateTold(coachId, mandate, holds));

const amountsTold = (amounts: ByDomain): readonly DomainAmount[] => domains.map((domain) => ({ domain, amount: amounts[domain] }));

export const statementTold = ({ year, phase, domains: parts, quarters }: Statement): YearStatement => ({
  ...{ year, phase, domains: parts },
  quarters: quarters.map(({ quarter, contributed, attributed }) => ({
    quarter,
    contributed: amountsTold(contributed),
    attributed: amountsTold(attributed),
  })),
});

const splitTold = (split: Split | undefined): readonly SplitPart[] | null =>
  split ? domains.flatMap((domain) => (split[domain] === undefined ? [] : [{ domain, percentage: Number(split[domain]) }])) : null;

export const recordTold = ({ request, reasons, said, payments, rule, impact, household, earlier, similar }: DecisionRecord): SpendingRequest => ({
  ...{ request, payments, earlier, similar },
  reasons: { ...reasons, split: splitTold(reasons.split) },
  said: said.map(({ text, ...word }) => ({ ...word, text: text ?? null })),
  rule: {
    ...{ rule: rule.rule, approvers: rule.approvers, tier: rule.tier ?? null },
    mandate: rule.mandate ? mandateTold(request.requestedBy, rule.mandate, true) : null,
  },
  impact: impact ? { year: impact.year, availableBefore: impact.available.before, availableAfter: impact.available.after, domains: impact.domains } : null,
  household: { budgetId: request.budgetId, ...household },
});
