import { dayOf, fold, type BusinessDate, type Instant, type Recorded } from '@perspectief/kernel';
import { householdDecider, type HouseholdEvent, type HouseholdState } from '@perspectief/household-domain';

export type HouseholdFact = Recorded<HouseholdEvent>;

/** The two clocks of a page: as it was on a day, and as it was known at a moment. */
export interface PointInTime {
  readonly asOf?: BusinessDate | undefined;
  readonly knownAt?: Instant | undefined;
}

/** What was known and had happened. Erasure counts whatever the day: who the household was is known no more. */
export const effectiveFacts = (events: readonly HouseholdFact[], { asOf, knownAt }: PointInTime = {}): readonly HouseholdFact[] =>
  events.filter(
    ({ type, happenedOn, recordedAt }) =>
      type === 'HouseholdErased' || ((knownAt === undefined || recordedAt <= knownAt) && (asOf === undefined || dayOf(happenedOn) <= asOf)),
  );

export const foldHousehold = (events: Iterable<HouseholdFact>, from: HouseholdState = householdDecider.initial): HouseholdState =>
  fold(householdDecider, events, from);
