import { event, field, unless, type CommandMeta, type CommandOf, type Decision, type EventOf, type Uuid } from '@perspectief/kernel';
import type { TrajectoryContext } from './context.js';
import type { TrajectoryRefusal } from './refusals.js';

export const sources = ['self', 'early-signal', 'referral', 'street-approach'] as const;
export type Source = (typeof sources)[number];

export const openingEvents = {
  TrajectoryOpened: event('A course of support for a household began with a first report.', {
    trajectoryId: field.id,
    householdId: field.id,
    area: field.code,
    source: field.oneOf(sources),
  }),
  TrajectoryClosed: event('The trajectory ended.', {
    householdId: field.id,
    outcome: field.code,
    note: field.personal(field.text).optional(),
  }),
};
export type OpeningEvent = EventOf<typeof openingEvents>;

export type OpeningCommand = CommandOf<{
  OpenTrajectory: { trajectoryId: Uuid; householdId: Uuid; area: string; source: Source };
}>;

/** The first command of a stream; the claim on the household came before it, in the household's own stream. */
export const decideOpening = (
  { trajectoryId, householdId, area, source }: OpeningCommand['data'],
  exists: boolean,
  meta: CommandMeta,
  { household }: TrajectoryContext,
): Decision<OpeningEvent, TrajectoryRefusal> =>
  unless(
    [
      !household && { code: 'UNKNOWN_HOUSEHOLD', field: 'householdId' },
      exists && { code: 'TRAJECTORY_EXISTS', field: 'trajectoryId' },
      meta.happenedOn > meta.nowLocal && { code: 'IN_THE_FUTURE', field: 'happenedOn' },
      household?.openTrajectoryId !== undefined &&
        household.openTrajectoryId !== trajectoryId && { code: 'HOUSEHOLD_HAS_OPEN_TRAJECTORY', field: 'householdId' },
    ],
    () => [{ type: 'TrajectoryOpened', data: { trajectoryId, householdId, area, source } }],
  );
