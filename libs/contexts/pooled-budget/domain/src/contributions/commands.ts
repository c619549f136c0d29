import type { Cents, CommandOf, Domain, Uuid } from '@perspectief/kernel';

export type ContributionsCommand = CommandOf<{
  Contribute: { budgetId: Uuid; year: number; domain: Domain; amount: Cents };
  WithdrawContribution: { budgetId: Uuid; year: number; domain: Domain; amount: Cents };
}>;
