import type { BusinessDate, Domain, Uuid } from '@perspectief/kernel';
import type { ErasableWork, ErasureReason, Law, MemberRole, Purpose, SharingBasis } from './words.js';

export type Member = {
  readonly memberId: Uuid;
  readonly role: MemberRole;
  readonly name: string;
  readonly birthDate: BusinessDate;
  readonly bsn?: string | undefined;
  readonly from: BusinessDate;
} & ({ readonly phase: 'present' } | { readonly phase: 'left'; readonly leftOn: BusinessDate; readonly reason: string });

export type SharingGround = {
  readonly groundId: Uuid;
  readonly law: Law;
  readonly purpose: Purpose;
  readonly ground: SharingBasis;
  readonly domains: readonly Domain[];
  readonly recordedOn: BusinessDate;
  readonly validUntil?: BusinessDate | undefined;
} & ({ readonly phase: 'standing' } | { readonly phase: 'withdrawn'; readonly withdrawnOn: BusinessDate });

/** Under which person of the directory a member signs in. */
export interface MemberAccess {
  readonly memberId: Uuid;
  readonly personId: string;
}

/** Who finds the household: everybody whose work it is, or the named people alone. */
export type Restriction =
  | { readonly phase: 'none' }
  | { readonly phase: 'restricted'; readonly named: readonly string[]; readonly reason: string; readonly since: BusinessDate };

/** Where the household lives from a day on. */
export interface Residence {
  readonly area: string;
  readonly address: string;
  readonly from: BusinessDate;
}

export type Claim =
  | { readonly phase: 'free' }
  | { readonly phase: 'claimed'; readonly trajectoryId: Uuid; readonly area: string; readonly source: string };

export interface RegisteredHousehold {
  readonly phase: 'registered';
  readonly id: Uuid;
  readonly municipality: string;
  readonly name: string;
  readonly registeredOn: BusinessDate;
  /** In the order of their days; the last is where the household lives now. */
  readonly residences: readonly [Residence, ...Residence[]];
  readonly members: readonly Member[];
  readonly grounds: readonly SharingGround[];
  readonly access: readonly MemberAccess[];
  readonly restriction: Restriction;
  readonly claim: Claim;
  /** Laws whose data were erased, and how many trajectories there had been: a later one may write under that law again. */
  readonly erasedLaws: Readonly<Partial<Record<ErasableWork, number>>>;
  /** All that ever held it, first to last: once in so many years counts over all of them. */
  readonly trajectories: readonly Uuid[];
}

export interface ErasedHousehold {
  readonly phase: 'erased';
  readonly id: Uuid;
  readonly municipality: string;
  readonly erasedOn: BusinessDate;
  readonly reason: ErasureReason;
}

export type HouseholdState = { readonly phase: 'none' } | RegisteredHousehold | ErasedHousehold;
