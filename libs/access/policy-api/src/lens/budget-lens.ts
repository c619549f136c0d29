import type { BudgetSummary, BudgetView } from '@perspectief/pooled-budget-read';
import type { Part } from '@perspectief/access';

type Parts = ReadonlySet<Part>;

/** Of a year: that it is open, and what may still be spent. */
const roomOf = ({ year, phase, available }: BudgetView['years'][number]): object => ({ year, phase, available, domains: [] });

/** A pot as this viewer gets it: its accounts, or the room that is left. Raises name households: they are for who accounts for the pot. */
export const potSeen = (view: BudgetView, parts: Parts): object => (parts.has('accounts') ? view : { ...view, years: view.years.map(roomOf), proposedRaises: [] });

export const potInListSeen = (pot: BudgetSummary, parts: Parts): object =>
  parts.has('accounts') ? pot : { ...pot, years: pot.years.map(({ year, available }) => ({ year, available })), proposedRaises: [] };

/** Every mandate, or one's own. */
export const mandatesSeen = <Mandate extends { readonly coachId: string }>(mandates: readonly Mandate[], personId: string, parts: Parts): readonly Mandate[] =>
  parts.has('mandates') ? mandates : mandates.filter(({ coachId }) => parts.has('own-mandate') && coachId === personId);
