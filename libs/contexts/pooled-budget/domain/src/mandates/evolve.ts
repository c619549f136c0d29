import type { EvolveOf } from '../concern.js';
import type { MandatesEvent } from './events.js';

export const evolveMandates: EvolveOf<MandatesEvent> = {
  MandateGranted: (budget, { data: { coachId, ...terms } }) => ({
    ...budget,
    mandates: { ...budget.mandates, [coachId]: [...(budget.mandates[coachId] ?? []), { phase: 'granted', ...terms }] },
  }),
  MandateRevoked: (budget, { data: { coachId }, happenedOn }) => ({
    ...budget,
    mandates: {
      ...budget.mandates,
      [coachId]: (budget.mandates[coachId] ?? []).map((mandate) =>
        mandate.phase === 'granted' ? { ...mandate, phase: 'revoked', revokedAt: happenedOn } : mandate,
      ),
    },
  }),
};
