import { dayOf, type Recorded } from '@perspectief/kernel';
import type { EventNamed, HouseholdEvent } from './events.js';
import type { HouseholdState, Member, RegisteredHousehold, Residence, SharingGround } from './state.js';

type Later = Exclude<HouseholdEvent['type'], 'HouseholdRegistered' | 'HouseholdErased'>;
type Steps = { readonly [Type in Later]: (household: RegisteredHousehold, event: EventNamed<Type>) => RegisteredHousehold };

const registered = ({ data, happenedOn }: EventNamed<'HouseholdRegistered'>): RegisteredHousehold => ({
  phase: 'registered',
  id: data.householdId,
  municipality: data.municipality,
  name: data.name,
  registeredOn: dayOf(happenedOn),
  residences: [{ area: data.area, address: data.address, from: dayOf(happenedOn) }],
  members: [],
  grounds: [],
  access: [],
  restriction: { phase: 'none' },
  claim: { phase: 'free' },
  erasedLaws: {},
  trajectories: [],
});

const withMember = (household: RegisteredHousehold, memberId: string, change: (member: Member) => Member): RegisteredHousehold => ({
  ...household,
  members: household.members.map((member) => (member.memberId === memberId ? change(member) : member)),
});

const withGround = (
  household: RegisteredHousehold,
  groundId: string,
  change: (ground: SharingGround) => SharingGround,
): RegisteredHousehold => ({
  ...household,
  grounds: household.grounds.map((ground) => (ground.groundId === groundId ? change(ground) : ground)),
});

const changed = (member: Member, { role, name, birthDate, bsn }: EventNamed<'MemberChanged'>['data']): Member => ({
  ...member,
  role: role ?? member.role,
  name: name ?? member.name,
  birthDate: birthDate ?? member.birthDate,
  bsn: bsn ?? member.bsn,
});

const inOrder = (residences: readonly [Residence, ...Residence[]], next: Residence): readonly [Residence, ...Residence[]] =>
  [...residences, next].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)) as [Residence, ...Residence[]];

const steps: Steps = {
  MemberAdded: (household, { data }) => ({ ...household, members: [...household.members, { phase: 'present', ...data }] }),
  MemberChanged: (household, { data }) => withMember(household, data.memberId, (member) => changed(member, data)),
  MemberLeft: (household, { data }) =>
    withMember(household, data.memberId, (member) => ({ ...member, phase: 'left', leftOn: data.on, reason: data.reason })),
  SharingGroundRecorded: (household, { data, happenedOn }) => ({
    ...household,
    grounds: [...household.grounds, { phase: 'standing', recordedOn: dayOf(happenedOn), ...data }],
  }),
  SharingGroundWithdrawn: (household, { data, happenedOn }) =>
    withGround(household, data.groundId, (ground) => ({ ...ground, phase: 'withdrawn', withdrawnOn: dayOf(happenedOn) })),
  HouseholdMoved: (household, { data: { area, address, on } }) => ({
    ...household,
    residences: inOrder(household.residences, { area, address, from: on }),
  }),
  MemberAccessGiven: (household, { data }) => ({ ...household, access: [...household.access, data] }),
  MemberAccessWithdrawn: (household, { data: { memberId } }) => ({
    ...household,
    access: household.access.filter((access) => access.memberId !== memberId),
  }),
  HouseholdRestricted: (household, { data: { named, reason }, happenedOn }) => ({
    ...household,
    restriction: { phase: 'restricted', named, reason, since: dayOf(happenedOn) },
  }),
  RestrictionLifted: (household) => ({ ...household, restriction: { phase: 'none' } }),
  TrajectoryClaimed: (household, { data }) => ({
    ...household,
    claim: { phase: 'claimed', ...data },
    trajectories: [...household.trajectories.filter((known) => known !== data.trajectoryId), data.trajectoryId],
  }),
  LawDataErased: (household, { data }) => ({ ...household, erasedLaws: { ...household.erasedLaws, [data.law]: household.trajectories.length } }),
  TrajectoryReleased: (household) => ({ ...household, claim: { phase: 'free' } }),
};

export const evolveHousehold = (state: HouseholdState, event: Recorded<HouseholdEvent>): HouseholdState => {
  if (event.type === 'HouseholdRegistered') return registered(event);
  if (state.phase !== 'registered') return state;
  if (event.type === 'HouseholdErased') {
    const { id, municipality } = state;
    return { phase: 'erased', id, municipality, erasedOn: dayOf(event.happenedOn), reason: event.data.reason };
  }
  const step = steps[event.type] as (household: RegisteredHousehold, event: Recorded<HouseholdEvent>) => RegisteredHousehold;
  return step(state, event);
};
