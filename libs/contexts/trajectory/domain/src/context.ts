import type { BusinessDate, Uuid } from '@perspectief/kernel';
import type { Law } from '@perspectief/law';

/** What a decision needs of a person in the directory. */
export interface PersonFacts {
  readonly id: string;
  readonly role: string;
  /** False for who left the service. Without it, true. */
  readonly active?: boolean;
  readonly qualification?: 'lived' | 'trained' | 'certified' | 'degree';
  readonly secrecySignedOn?: BusinessDate;
  readonly conductCertificateOn?: BusinessDate;
  /** How many tandems this expert can carry at once. */
  readonly capacity?: number;
}

/** What a decision needs of the household's own stream. */
export interface HouseholdFacts {
  readonly id: Uuid;
  readonly municipality: string;
  /** The trajectory that holds the household's claim, if any. */
  readonly openTrajectoryId?: Uuid | undefined;
  /** When a broad moratorium was used before by this household, in other trajectories. */
  readonly broadMoratoria?: readonly BusinessDate[];
}

/** Fetched before the decision, so that the decision itself stays pure. */
export interface TrajectoryContext {
  /** The law's dated parameters; replays may put other rules in its place. */
  readonly law: Law;
  readonly household?: HouseholdFacts | undefined;
  /** The people whom the command names, by id; who is missing is not in the directory. */
  readonly people: Readonly<Record<string, PersonFacts>>;
  /** Running tandems of an expert in other trajectories, by expert id. */
  readonly runningTandems: Readonly<Record<string, number>>;
  /** Events of this stream, fetched for corrections of their date alone. */
  readonly eventIds: readonly Uuid[];
}
