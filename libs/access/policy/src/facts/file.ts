import type { BusinessDate, Domain, Uuid } from '@perspectief/kernel';
import { openingsOn, type Opening } from './grounds.js';
import type { HouseholdFacts } from './household-facts.js';
import type { TrajectoryFacts } from './trajectory-facts.js';

/** What rules look at: one trajectory with its household, or one household with its trajectories. Flat, as a row is. */
export interface FileFacts {
  readonly householdId: Uuid;
  readonly municipality: string;
  /** Where the household lives, and where its running trajectory was opened. */
  readonly areas: readonly string[];
  /** Of the support that runs, else of the last. */
  readonly coaches: readonly string[];
  /** Of a tandem that the household accepted and that has not ended. */
  readonly experts: readonly string[];
  /** Coach and expert of that tandem. */
  readonly tandem: readonly string[];
  /** People of the directory who sign in as a member. */
  readonly members: readonly string[];
  readonly laws: readonly Domain[];
  readonly debtWork: boolean;
  readonly restricted: boolean;
  readonly named: readonly string[];
}

/** The same with what only a single check looks at. */
export interface FileSubject extends FileFacts {
  readonly opened: readonly Opening[];
  /** Law of the application that a command is about. */
  readonly law?: Domain | undefined;
  /** Who was given the step that a command is about. */
  readonly givenTo?: string | undefined;
  /** Who told the story that a command is about. */
  readonly toldBy?: string | undefined;
}

/** A trajectory's file: one trajectory. A household's: all that it had. */
export interface File {
  readonly household: HouseholdFacts;
  readonly trajectories: readonly TrajectoryFacts[];
}

const distinct = <T>(values: readonly (T | undefined)[]): readonly T[] => [...new Set(values.filter((value) => value !== undefined))] as readonly T[];

const coachesOf = ({ coach, pair }: TrajectoryFacts): readonly (string | undefined)[] => [coach, pair.phase === 'none' ? undefined : pair.coachId];

/** Facts are never changed, only replaced: what was made of them last is the same as long as they are. */
const made = new WeakMap<HouseholdFacts, { readonly of: readonly TrajectoryFacts[]; readonly facts: FileFacts }>();

export const fileFacts = (file: File): FileFacts => {
  const known = made.get(file.household);
  if (known?.of.length === file.trajectories.length && known.of.every((one, n) => one === file.trajectories[n])) return known.facts;
  const facts = makeFacts(file);
  made.set(file.household, { of: file.trajectories, facts });
  return facts;
};

const makeFacts = ({ household, trajectories }: File): FileFacts => {
  const running = trajectories.filter(({ closed }) => !closed);
  // Whoever supported it before reads no new address: after the last support its coach remains, for what is still asked about it.
  const supported = running.length > 0 ? running : trajectories.slice(-1);
  const pairs = trajectories.flatMap(({ pair }) => (pair.phase === 'accepted' ? [pair] : []));
  return {
    ...{ householdId: household.householdId, municipality: household.municipality },
    areas: distinct([household.area, ...running.map(({ area }) => area)]),
    coaches: distinct(supported.flatMap(coachesOf)),
    experts: distinct(pairs.map(({ expertId }) => expertId)),
    tandem: distinct(pairs.flatMap(({ coachId, expertId }) => [coachId, expertId])),
    members: distinct(household.access.map(({ personId }) => personId)),
    laws: distinct(trajectories.flatMap(({ laws }) => laws)),
    debtWork: trajectories.some(({ debtWork }) => debtWork),
    ...{ restricted: household.restricted, named: household.named },
  };
};

/** What a command is about inside the file. */
export interface Details {
  readonly applicationId?: Uuid | undefined;
  readonly law?: Domain | undefined;
  readonly actionId?: Uuid | undefined;
  readonly storyId?: Uuid | undefined;
}

export const fileSubject = (file: File, day: BusinessDate, { applicationId, law, actionId, storyId }: Details = {}): FileSubject => {
  const of = <T>(record: (trajectory: TrajectoryFacts) => Readonly<Record<Uuid, T>>, id: Uuid | undefined): T | undefined =>
    id === undefined ? undefined : file.trajectories.map((trajectory) => record(trajectory)[id]).find((value) => value !== undefined);
  return {
    ...fileFacts(file),
    opened: openingsOn(file.household.grounds, day),
    law: law ?? of(({ applications }) => applications, applicationId),
    givenTo: of(({ actions }) => actions, actionId),
    toldBy: of(({ tellers }) => tellers, storyId),
  };
};
