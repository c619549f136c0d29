import type { Cents, CommandOf, Uuid } from '@perspectief/kernel';
import type { Tier } from '../state.js';
import type { Scheme } from '../words.js';

export type OpeningCommand = CommandOf<{
  OpenBudget: {
    budgetId: Uuid;
    name: string;
    scheme: Scheme;
    area: string;
    /** Without it, the ceiling of our own policy. */
    householdCeiling?: Cents;
    /** Without them, two approvers above the amount of our own policy. */
    tiers?: readonly Tier[];
  };
}>;
