import { dayOf, domains, type Cents, type LocalDateTime } from '@perspectief/kernel';
import type { Split } from '../attribution.js';
import type { OpenedBudget } from '../state.js';
import type { Mandate, MandateTerms } from './state.js';

const holds = (mandate: Mandate, at: LocalDateTime): boolean =>
  mandate.from <= dayOf(at) &&
  (mandate.until === undefined || dayOf(at) <= mandate.until) &&
  (mandate.phase === 'granted' || at < mandate.revokedAt);

/** What a coach may spend at a moment: of the mandates that hold then, the one granted last (Awb 10:1 and further). */
export const mandateAt = (budget: OpenedBudget, coachId: string, at: LocalDateTime): Mandate | undefined =>
  budget.mandates[coachId]?.findLast((mandate) => holds(mandate, at));

/** Without a split the money may come from any domain, later ones too: only a mandate for all of them covers that. */
export const coversDomains = ({ domains: allowed }: MandateTerms, split: Split | undefined): boolean =>
  allowed === undefined ||
  domains.every((domain) => allowed.includes(domain) || (split !== undefined && Number(split[domain] ?? 0) === 0));

export const coversEmergency = ({ emergency }: MandateTerms, amount: Cents): boolean =>
  emergency !== undefined && amount <= emergency.upTo;
