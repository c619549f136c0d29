import type { BusinessDate, Uuid } from '@perspectief/kernel';
import {
  ageOn,
  groundsOn,
  membersOn,
  residenceOn,
  type HouseholdState,
  type Member,
  type RegisteredHousehold,
  type Residence,
  type SharingGround,
} from '@perspectief/household-domain';

export interface MemberView {
  readonly memberId: Uuid;
  readonly role: Member['role'];
  readonly name: string;
  /** Sealed; who may open it reads the age from it, with `ageOf`. */
  readonly birthDate: BusinessDate;
  /** The day of the page. */
  readonly day: BusinessDate;
  readonly from: BusinessDate;
  readonly leftOn?: BusinessDate;
  /** Whether this person belongs to the household on the day of the page. */
  readonly present: boolean;
}

/** The page of one household. The number that the state gives people is not on it. */
export interface HouseholdView {
  readonly id: Uuid;
  readonly municipality: string;
  readonly day: BusinessDate;
  readonly erased: boolean;
  readonly name?: string;
  readonly area?: string;
  readonly address?: string;
  readonly registeredOn?: BusinessDate;
  readonly openTrajectoryId?: Uuid;
  readonly members: readonly MemberView[];
  /** In force on the day of the page. */
  readonly sharingGrounds: readonly SharingGround[];
  /** Where it lived and lives, oldest first. */
  readonly residences: readonly Residence[];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** In whole years on the day of the page; undefined for who may not know it. */
export const ageOf = ({ birthDate, day }: Pick<MemberView, 'birthDate' | 'day'>): number | undefined =>
  DAY.test(birthDate) ? ageOn(birthDate, day) : undefined;

const memberView = (member: Member, day: BusinessDate, present: boolean): MemberView => ({
  memberId: member.memberId,
  role: member.role,
  name: member.name,
  birthDate: member.birthDate,
  day,
  from: member.from,
  ...(member.phase === 'left' && { leftOn: member.leftOn }),
  present,
});

const registeredView = (state: RegisteredHousehold, day: BusinessDate): HouseholdView => {
  const present = new Set(membersOn(state, day));
  const residence = residenceOn(state, day);
  return {
    ...{ id: state.id, municipality: state.municipality, day, erased: false, name: state.name, registeredOn: state.registeredOn },
    ...(residence && { area: residence.area, address: residence.address }),
    ...(state.claim.phase === 'claimed' && { openTrajectoryId: state.claim.trajectoryId }),
    members: state.members.map((member) => memberView(member, day, present.has(member))),
    sharingGrounds: groundsOn(state, day),
    residences: state.residences.filter(({ from }) => from <= day),
  };
};

export const householdView = (state: HouseholdState, day: BusinessDate): HouseholdView | undefined => {
  if (state.phase === 'none') return undefined;
  if (state.phase === 'registered') return registeredView(state, day);
  const { id, municipality } = state;
  return { id, municipality, day, erased: true, members: [], sharingGrounds: [], residences: [] };
};
