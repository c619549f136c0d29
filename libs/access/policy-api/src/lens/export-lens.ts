import type { HouseholdView } from '@perspectief/household-read';
import type { DecisionRecord } from '@perspectief/pooled-budget-read';
import type { TimelineEntry, TrajectoryView } from '@perspectief/trajectory-read';
import type { Eyes } from './eyes.js';
import { householdSeen, type HouseholdSeen } from './household-lens.js';
import { entrySeen, seesEntry, type EntrySeen } from './timeline-lens.js';
import { trajectorySeen, type TrajectorySeen } from './trajectory-lens.js';

/** All that is kept of one household, as far as the lens touches it. */
export interface ExportTold {
  readonly household: HouseholdView;
  readonly trajectories: readonly { readonly page: TrajectoryView; readonly timeline: readonly TimelineEntry[] }[];
  readonly spending: readonly DecisionRecord[];
  readonly facts: readonly object[];
}

export interface ExportSeen {
  readonly household: HouseholdSeen;
  readonly trajectories: readonly { readonly page: TrajectorySeen; readonly timeline: readonly EntrySeen[] }[];
  readonly spending: readonly object[];
  readonly facts: readonly object[];
}

/** Of a request what was asked, for what, and what was paid; not what staff said about it, nor what the pot holds. */
const ownRequest = ({ request, reasons: { purpose, payee }, payments }: DecisionRecord): object => ({ request, reasons: { purpose, payee }, payments });

/** The file as its reader would see it page by page: nothing is in an export that no page shows, but for who gets the facts themselves. */
export const exportSeen = <Told extends ExportTold>(told: Told, eyes: Eyes): ExportSeen => ({
  ...told,
  household: householdSeen(told.household, eyes),
  trajectories: told.trajectories.map(({ page, timeline }) => ({
    page: trajectorySeen(page, eyes),
    timeline: timeline.filter((entry) => seesEntry(eyes, entry)).map((entry) => entrySeen(entry, eyes)),
  })),
  spending: eyes.parts.has('spending') ? told.spending.map(ownRequest) : [],
  facts: eyes.parts.has('facts') ? told.facts : [],
});
