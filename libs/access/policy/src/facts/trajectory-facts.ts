import type { Domain, Recorded, Uuid } from '@perspectief/kernel';
import type { TrajectoryEvent } from '@perspectief/trajectory-domain';

interface Paired {
  readonly phase: 'proposed' | 'accepted';
  readonly coachId: string;
  readonly expertId: string;
}
type Pair = { readonly phase: 'none' } | Paired;

/** What rules look at of a trajectory. No word of what the household told. */
export interface TrajectoryFacts {
  readonly trajectoryId: Uuid;
  readonly householdId: Uuid;
  readonly municipality: string;
  readonly area: string;
  /** The one who was assigned last. */
  readonly coach: string | undefined;
  readonly pair: Pair;
  /** Law of each application. */
  readonly applications: Readonly<Record<Uuid, Domain>>;
  /** With an application or a need. */
  readonly laws: readonly Domain[];
  /** There is, or was, an application for debt help, a debt, a threat or a freeze. */
  readonly debtWork: boolean;
  /** Who each step of the plan was given to. */
  readonly actions: Readonly<Record<Uuid, string>>;
  /** Who told each story. */
  readonly tellers: Readonly<Record<Uuid, string>>;
  readonly closed: boolean;
}

type Fact = Recorded<TrajectoryEvent>;

const opened = (event: Extract<Fact, { type: 'TrajectoryOpened' }>): TrajectoryFacts => ({
  ...{ trajectoryId: event.data.trajectoryId, householdId: event.data.householdId, municipality: event.municipality, area: event.data.area },
  ...{ coach: undefined, pair: { phase: 'none' }, applications: {}, laws: [], debtWork: false, actions: {}, tellers: {}, closed: false },
});

const withLaw = (facts: TrajectoryFacts, law: Domain): TrajectoryFacts => ({
  ...facts,
  laws: facts.laws.includes(law) ? facts.laws : [...facts.laws, law],
  debtWork: facts.debtWork || law === 'schuldhulp',
});

const withPair = (facts: TrajectoryFacts, change: Partial<Paired>): TrajectoryFacts =>
  facts.pair.phase === 'none' ? facts : { ...facts, pair: { ...facts.pair, ...change } };

const ofTandem = (facts: TrajectoryFacts, event: Fact): TrajectoryFacts => {
  switch (event.type) {
    case 'TandemProposed':
      return { ...facts, pair: { phase: 'proposed', coachId: event.data.coachId, expertId: event.data.expertId } };
    case 'TandemStarted':
      return withPair(facts, { phase: 'accepted' });
    case 'ExpertReplaced':
      return withPair(facts, { expertId: event.data.expertId });
    case 'CoachReplaced':
      return withPair(facts, { coachId: event.data.coachId });
    case 'TandemDeclined':
    case 'TandemEnded':
      return { ...facts, pair: { phase: 'none' } };
    default:
      return facts;
  }
};

const ofWork = (facts: TrajectoryFacts, event: Fact): TrajectoryFacts => {
  switch (event.type) {
    case 'ApplicationReceived':
      return withLaw({ ...facts, applications: { ...facts.applications, [event.data.applicationId]: event.data.law } }, event.data.law);
    case 'NeedIdentified':
      return withLaw(facts, event.data.domain);
    case 'DebtRegistered':
    case 'ThreatReported':
    case 'FreezeRequested':
      return { ...facts, debtWork: true };
    case 'ActionPlanned':
      return { ...facts, actions: { ...facts.actions, [event.data.actionId]: event.data.who } };
    case 'StoryTold':
      return { ...facts, tellers: { ...facts.tellers, [event.data.storyId]: event.actor.id } };
    default:
      return ofTandem(facts, event);
  }
};

const next = (facts: TrajectoryFacts, event: Fact): TrajectoryFacts => {
  if (event.type === 'CoachAssigned') return { ...facts, coach: event.data.coachId };
  if (event.type === 'TrajectoryClosed') return { ...facts, closed: true, pair: { phase: 'none' } };
  return ofWork(facts, event);
};

export const foldTrajectoryFacts = (events: readonly Recorded[], from?: TrajectoryFacts): TrajectoryFacts | undefined =>
  (events as readonly Fact[]).reduce<TrajectoryFacts | undefined>(
    (facts, event) => (event.type === 'TrajectoryOpened' ? opened(event) : facts && next(facts, event)),
    from,
  );
