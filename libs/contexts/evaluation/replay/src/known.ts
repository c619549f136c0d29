import { dayOf, parseLocalDateTime, type BusinessDate, type Instant, type LocalDateTime } from '@perspectief/kernel';
import type { TrajectoryFact } from './facts.js';

/** Up to which day, and as known at which moment; without them, all that is known now. */
export interface PointInTime {
  readonly asOf?: BusinessDate | undefined;
  readonly knownAt?: Instant | undefined;
}

/** A fact under the date that stands; what was said first stays visible. */
export type DatedFact = TrajectoryFact & { readonly firstSaidOn?: LocalDateTime };

const correctionsIn = (facts: readonly TrajectoryFact[]): ReadonlyMap<string, LocalDateTime> => {
  const dates = new Map<string, LocalDateTime>();
  for (const fact of facts) {
    if (fact.type !== 'DateCorrected') continue;
    const date = parseLocalDateTime(fact.data.happenedOn);
    if (date !== undefined) dates.set(fact.data.eventId, date);
  }
  return dates;
};

/** Facts under the dates that these same facts correct, in the order in which they were recorded. */
export const underCorrectedDates = (facts: readonly TrajectoryFact[]): readonly DatedFact[] => {
  const corrections = correctionsIn(facts);
  if (corrections.size === 0) return facts;
  return facts.map((fact) => {
    const happenedOn = corrections.get(fact.id);
    return happenedOn === undefined || happenedOn === fact.happenedOn ? fact : { ...fact, happenedOn, firstSaidOn: fact.happenedOn };
  });
};

/** What was known at a moment of what had happened by a day. A correction counts from when it was recorded, whatever the day. */
export const factsAt = (facts: readonly TrajectoryFact[], { asOf, knownAt }: PointInTime = {}): readonly DatedFact[] => {
  const known = knownAt === undefined ? facts : facts.filter(({ recordedAt }) => recordedAt <= knownAt);
  const dated = underCorrectedDates(known);
  return asOf === undefined ? dated : dated.filter(({ happenedOn }) => dayOf(happenedOn) <= asOf);
};
