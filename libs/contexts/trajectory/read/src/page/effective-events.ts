import { dayOf, parseLocalDateTime, type BusinessDate, type Instant, type LocalDateTime, type Recorded } from '@perspectief/kernel';
import type { TrajectoryEvent } from '@perspectief/trajectory-domain';

export type TrajectoryFact = Recorded<TrajectoryEvent>;

/** The two clocks of a page: as it was on a day, and as it was known at a moment. */
export interface PointInTime {
  readonly asOf?: BusinessDate | undefined;
  readonly knownAt?: Instant | undefined;
}

/** An event under the date that stands; what was said first stays visible. */
export type EffectiveEvent = TrajectoryFact & {
  readonly corrected?: { readonly firstSaidOn: LocalDateTime; readonly reason: string };
};

type Correction = Extract<TrajectoryEvent, { type: 'DateCorrected' }>['data'];

const correctionsIn = (events: readonly TrajectoryFact[]): ReadonlyMap<string, Correction> => {
  const latest = new Map<string, Correction>();
  for (const event of events) if (event.type === 'DateCorrected') latest.set(event.data.eventId, event.data);
  return latest;
};

const correctedBy = (event: TrajectoryFact, correction: Correction | undefined): EffectiveEvent =>
  correction
    ? {
        ...event,
        happenedOn: parseLocalDateTime(correction.happenedOn) ?? event.happenedOn,
        corrected: { firstSaidOn: event.happenedOn, reason: correction.reason },
      }
    : event;

/**
 * What was known and had happened, in stream order. A correction counts from the moment it was recorded, whatever the
 * day that is asked for: it changes what is known of that day.
 */
export const effectiveEvents = (events: readonly TrajectoryFact[], { asOf, knownAt }: PointInTime = {}): readonly EffectiveEvent[] => {
  const known = knownAt === undefined ? events : events.filter(({ recordedAt }) => recordedAt <= knownAt);
  const corrections = correctionsIn(known);
  const dated = corrections.size === 0 ? known : known.map((event) => correctedBy(event, corrections.get(event.id)));
  return asOf === undefined ? dated : dated.filter(({ happenedOn }) => dayOf(happenedOn) <= asOf);
};
