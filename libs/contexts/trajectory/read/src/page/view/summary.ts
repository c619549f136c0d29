import type { BusinessDate, Uuid } from '@perspectief/kernel';
import { statusOf, type OpenedTrajectory, type Status } from '@perspectief/trajectory-domain';

export interface Summary {
  readonly id: Uuid;
  readonly householdId: Uuid;
  readonly municipality: string;
  readonly area: string;
  readonly source: string;
  readonly status: Status;
  readonly outcome?: string;
  readonly openedOn: BusinessDate;
  readonly closedOn?: BusinessDate;
  readonly coachId?: string;
}

/** The coach who was assigned last; before that, the one in the tandem. */
export const coachOf = ({ intake, tandem }: Pick<OpenedTrajectory, 'intake' | 'tandem'>): string | undefined =>
  intake.coaches.at(-1)?.coachId ?? (tandem.current.phase === 'none' ? undefined : tandem.current.coachId);

export const summaryOf = (page: OpenedTrajectory): Summary => {
  const coachId = coachOf(page);
  const { id, householdId, municipality, area, source, openedOn } = page;
  return {
    ...{ id, householdId, municipality, area, source, status: statusOf(page), openedOn },
    ...(page.phase === 'closed' && { outcome: page.outcome, closedOn: page.closedOn }),
    ...(coachId !== undefined && { coachId }),
  };
};
