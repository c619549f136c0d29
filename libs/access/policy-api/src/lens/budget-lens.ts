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

/** Whether the viewer may know of the household that this trajectory is of. */
export type MayKnow = (trajectoryId: string) => boolean;

/** A raise waits for those who may know whose it is: a restricted household is not found by the money that it is to get. */
export const raisesSeen = <Pot extends Pick<BudgetSummary, 'proposedRaises'>>(pot: Pot, mayKnow: MayKnow): Pot => ({ ...pot, proposedRaises: pot.proposedRaises.filter(({ trajectoryId }) => mayKnow(trajectoryId)) });

/** Of a ledger, or a raise: as far as it names anybody. */
export interface Line {
  readonly trajectoryId?: string | undefined;
}

/** Every movement of money is in the account; of whom it was is left out where the viewer may not know. */
export const ledgerSeen = <Row extends Line>(lines: readonly Row[], mayKnow: MayKnow): readonly Row[] =>
  lines.map((line) => (line.trajectoryId === undefined || mayKnow(line.trajectoryId) ? line : { ...line, trajectoryId: undefined, requestId: undefined, reference: undefined }));

/** The trajectories that are named in an account, or in raises that wait. */
export const trajectoriesNamed = (lines: readonly Line[]): readonly string[] => lines.flatMap(({ trajectoryId }) => trajectoryId ?? []);
