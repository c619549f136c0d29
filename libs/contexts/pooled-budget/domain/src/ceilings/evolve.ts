import { plus } from '@perspectief/kernel';
import type { EvolveOf } from '../concern.js';
import type { CeilingsEvent } from './events.js';
import { withHousehold } from './rules.js';

export const evolveCeilings: EvolveOf<CeilingsEvent> = {
  CeilingRaiseProposed: (budget, { data: { trajectoryId, amount, proposedBy } }) =>
    withHousehold(budget, trajectoryId, (household) => ({ ...household, proposal: { phase: 'proposed', by: proposedBy, amount } })),
  CeilingRaised: (budget, { data: { trajectoryId, amount } }) =>
    withHousehold(budget, trajectoryId, (household) => ({
      ...household,
      raised: plus(household.raised, amount),
      proposal: { phase: 'none' },
    })),
};
