import { unless } from '@perspectief/kernel';
import type { DecideOf } from '../concern.js';
import type { MandatesCommand } from './commands.js';
import type { Mandate, MandateTerms } from './state.js';

const sameTerms = (mandate: Mandate | undefined, terms: MandateTerms): boolean =>
  mandate?.phase === 'granted' &&
  mandate.perRequest === terms.perRequest &&
  mandate.from === terms.from &&
  mandate.until === terms.until &&
  mandate.domains?.join() === terms.domains?.join() &&
  mandate.emergency?.upTo === terms.emergency?.upTo &&
  mandate.emergency?.settleWithinWorkingDays === terms.emergency?.settleWithinWorkingDays;

export const decideMandates: DecideOf<MandatesCommand> = {
  GrantMandate: ({ budgetId: _, coachId, domains, ...terms }, { budget, context }) =>
    unless(
      [
        // Whoever does other work is no more known for this than who is not there.
        context.people[coachId]?.role !== 'neighbourhood-coach' && { code: 'UNKNOWN_PERSON', field: 'coachId' },
        sameTerms(budget.mandates[coachId]?.at(-1), { ...terms, domains }) && { code: 'OUT_OF_ORDER' },
      ],
      () => [{ type: 'MandateGranted', data: { coachId, ...terms, ...(domains && { domains: [...domains] }) } }],
    ),

  RevokeMandate: ({ coachId }, { budget }) => {
    const last = budget.mandates[coachId]?.at(-1);
    return unless(
      [!last && { code: 'UNKNOWN_MANDATE', field: 'coachId' }, last?.phase === 'revoked' && { code: 'OUT_OF_ORDER' }],
      () => [{ type: 'MandateRevoked', data: { coachId } }],
    );
  },
};
