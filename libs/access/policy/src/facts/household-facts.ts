import type { Recorded, Uuid } from '@perspectief/kernel';
import type { HouseholdEvent } from '@perspectief/household-domain';
import type { GroundFacts } from './grounds.js';

/** What rules look at of a household. No word of what it told. */
export interface HouseholdFacts {
  readonly householdId: Uuid;
  readonly municipality: string;
  readonly area: string;
  /** Who signs in as which member; who left has no access. */
  readonly access: readonly { readonly memberId: Uuid; readonly personId: string }[];
  readonly restricted: boolean;
  readonly named: readonly string[];
  readonly grounds: readonly GroundFacts[];
  /** All that ever claimed it, oldest first. */
  readonly trajectories: readonly Uuid[];
  readonly erased: boolean;
}

type Fact = Recorded<HouseholdEvent>;

const registered = (event: Extract<Fact, { type: 'HouseholdRegistered' }>): HouseholdFacts => ({
  ...{ householdId: event.data.householdId, municipality: event.municipality, area: event.data.area },
  ...{ access: [], restricted: false, named: [], grounds: [], trajectories: [], erased: false },
});

const without = (facts: HouseholdFacts, memberId: Uuid): HouseholdFacts => ({
  ...facts,
  access: facts.access.filter((access) => access.memberId !== memberId),
});

const withGround = (facts: HouseholdFacts, ground: GroundFacts): HouseholdFacts => ({
  ...facts,
  grounds: [...facts.grounds.filter(({ groundId }) => groundId !== ground.groundId), ground],
});

const next = (facts: HouseholdFacts, event: Fact): HouseholdFacts => {
  switch (event.type) {
    case 'MemberAccessGiven':
      return { ...facts, access: [...facts.access, event.data] };
    case 'MemberAccessWithdrawn':
    case 'MemberLeft':
      return without(facts, event.data.memberId);
    case 'HouseholdRestricted':
      return { ...facts, restricted: true, named: event.data.named };
    case 'RestrictionLifted':
      return { ...facts, restricted: false, named: [] };
    case 'HouseholdMoved':
      return { ...facts, area: event.data.area };
    case 'SharingGroundRecorded': {
      const { groundId, law, domains, validUntil } = event.data;
      return withGround(facts, { groundId, law, domains, ...(validUntil !== undefined && { validUntil }) });
    }
    case 'SharingGroundWithdrawn':
      return { ...facts, grounds: facts.grounds.filter(({ groundId }) => groundId !== event.data.groundId) };
    case 'TrajectoryClaimed':
      return { ...facts, trajectories: [...facts.trajectories.filter((id) => id !== event.data.trajectoryId), event.data.trajectoryId] };
    case 'HouseholdErased':
      return { ...facts, access: [], grounds: [], erased: true };
    default:
      return facts;
  }
};

export const foldHouseholdFacts = (events: readonly Recorded[], from?: HouseholdFacts): HouseholdFacts | undefined =>
  (events as readonly Fact[]).reduce<HouseholdFacts | undefined>(
    (facts, event) => (event.type === 'HouseholdRegistered' ? registered(event) : facts && next(facts, event)),
    from,
  );
