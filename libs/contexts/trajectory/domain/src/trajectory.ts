import {
  accept,
  dayOf,
  inTheFuture,
  isRefused,
  refuse,
  type CommandMeta,
  type Decider,
  type Decision,
  type Recorded,
} from '@perspectief/kernel';
import type { TrackCommand, TrajectoryCommand } from './commands.js';
import type { TrajectoryContext } from './context.js';
import type { TrajectoryEvent } from './events.js';
import { decideOpening } from './opening.js';
import type { TrajectoryRefusal } from './refusals.js';
import type { OpenedTrajectory, Slices, TrajectoryState } from './state.js';
import type { Situation, TrackDecision } from './track.js';
import { tracks } from './tracks.js';

type Step = (slice: unknown, event: Recorded<TrajectoryEvent>) => unknown;
type Handler = (data: object, situation: Situation) => TrackDecision;

const stepsByEvent = new Map<string, readonly (readonly [keyof Slices, Step])[]>();
const handlers = new Map<string, Handler>();
const consequences: NonNullable<(typeof tracks)[keyof Slices]['afterwards']>[] = [];
for (const [name, track] of Object.entries(tracks)) {
  for (const [type, step] of Object.entries(track.evolve))
    stepsByEvent.set(type, [...(stepsByEvent.get(type) ?? []), [name as keyof Slices, step as Step]]);
  for (const [type, handler] of Object.entries(track.decide)) handlers.set(type, handler as Handler);
  if (track.afterwards) consequences.push(track.afterwards);
}

const initialSlices = Object.fromEntries(Object.entries(tracks).map(([name, track]) => [name, track.initial])) as unknown as Slices;

const opened = (event: Extract<Recorded<TrajectoryEvent>, { type: 'TrajectoryOpened' }>): OpenedTrajectory => ({
  phase: 'open',
  id: event.data.trajectoryId,
  householdId: event.data.householdId,
  municipality: event.municipality,
  area: event.data.area,
  source: event.data.source,
  openedOn: dayOf(event.happenedOn),
  openedAt: event.happenedOn,
  ...initialSlices,
});

const evolveTracks = (trajectory: OpenedTrajectory, event: Recorded<TrajectoryEvent>): OpenedTrajectory => {
  const steps = stepsByEvent.get(event.type);
  if (!steps) return trajectory;
  const changed: Record<string, unknown> = {};
  for (const [name, step] of steps) changed[name] = step(trajectory[name], event);
  return { ...trajectory, ...changed } as OpenedTrajectory;
};

const evolve = (state: TrajectoryState, event: Recorded<TrajectoryEvent>): TrajectoryState => {
  if (event.type === 'TrajectoryOpened') return opened(event);
  if (state.phase === 'none') return state;
  const next = evolveTracks(state, event);
  return event.type === 'TrajectoryClosed'
    ? { ...next, phase: 'closed', closedOn: dayOf(event.happenedOn), outcome: event.data.outcome }
    : next;
};

/** Repayment is the one track that outlives the trajectory. */
export const acceptedAfterClosing: ReadonlySet<string> = new Set<TrackCommand['type']>(['RecordRepayment', 'MissRepayment']);

const aboutIds = (code: string): boolean => code.startsWith('UNKNOWN_') || code.endsWith('_EXISTS');

/** Before what the tracks object, but after what they say of ids: the order of the domain's general refusals. */
const objectionToDate = (meta: CommandMeta, trajectory: OpenedTrajectory): TrajectoryRefusal | undefined => {
  if (inTheFuture(meta)) return 'IN_THE_FUTURE';
  return dayOf(meta.happenedOn) < trajectory.openedOn ? 'BEFORE_OPENING' : undefined;
};

const withConsequences = (events: readonly TrajectoryEvent[], situation: Situation): readonly TrajectoryEvent[] => [
  ...events,
  ...events.flatMap((event) => consequences.flatMap((afterwards) => afterwards(event, situation))),
];

const decideOnTracks = (command: TrackCommand, situation: Situation): Decision<TrajectoryEvent, TrajectoryRefusal> => {
  const handler = handlers.get(command.type);
  if (!handler) throw new Error(`no track decides ${command.type}`);
  const decision = handler(command.data, situation);
  if (isRefused(decision) && aboutIds(decision.refused.code)) return decision;
  const objection = objectionToDate(situation.meta, situation.trajectory);
  if (objection) return refuse(objection, { field: 'happenedOn' });
  return isRefused(decision) ? decision : accept(...withConsequences(decision.accepted, situation));
};

export const trajectoryDecider: Decider<TrajectoryState, TrajectoryCommand, TrajectoryEvent, TrajectoryContext> = {
  initial: { phase: 'none' },
  evolve,
  decide: (command, state, meta, context) => {
    if (command.type === 'OpenTrajectory') return decideOpening(command.data, state.phase !== 'none', meta, context);
    if (state.phase === 'none') return refuse('UNKNOWN_TRAJECTORY', { field: 'trajectoryId' });
    if (state.phase === 'closed' && !acceptedAfterClosing.has(command.type)) return refuse('TRAJECTORY_CLOSED', { field: 'trajectoryId' });
    return decideOnTracks(command, { trajectory: state, meta, context });
  },
};
