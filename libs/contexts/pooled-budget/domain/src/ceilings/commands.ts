import type { Cents, CommandOf, Uuid } from '@perspectief/kernel';

export type CeilingsCommand = CommandOf<{
  /** A new proposal takes the place of one that was not confirmed. */
  ProposeCeilingRaise: { budgetId: Uuid; trajectoryId: Uuid; amount: Cents; reason: string };
  /** With the amount that the holder saw, nobody confirms a proposal that changed meanwhile. */
  ConfirmCeilingRaise: { budgetId: Uuid; trajectoryId: Uuid; amount?: Cents };
}>;
