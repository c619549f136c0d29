import { dayOf, type BusinessDate, type Cents, type Uuid } from '@perspectief/kernel';
import type { EvolveOf } from '../track.js';
import type { AftercareEvent, RelapseCause, SetbackKind } from './events.js';

export type CheckIn = { readonly number: number; readonly plannedOn: BusinessDate } & (
  | { readonly phase: 'planned' | 'missed' | 'lapsed' }
  | {
      readonly phase: 'held';
      readonly checkInId: Uuid;
      readonly heldOn: BusinessDate;
      readonly by: string;
      readonly wellbeing: number;
      readonly newArrears: boolean;
    }
);

export interface Setback {
  readonly on: BusinessDate;
  readonly kind: SetbackKind;
  readonly partner?: string;
  readonly amount?: Cents;
}

export type Relapse =
  | { readonly phase: 'none' }
  | { readonly phase: 'flagged'; readonly on: BusinessDate; readonly cause: RelapseCause };

interface Course {
  readonly startedOn: BusinessDate;
  readonly until: BusinessDate;
  readonly checkIns: readonly CheckIn[];
  readonly setbacks: readonly Setback[];
  readonly relapse: Relapse;
}

export type RunningAftercare = Course & { readonly phase: 'running' };
/** Completed as planned; resumed: support goes on; stopped: the trajectory ended otherwise. */
export type EndedAftercare = Course & { readonly phase: 'completed' | 'resumed' | 'stopped'; readonly endedOn: BusinessDate };

export interface AftercareState {
  readonly current: { readonly phase: 'none' } | RunningAftercare | EndedAftercare;
  /** Earlier ones, each followed by support again. */
  readonly earlier: readonly EndedAftercare[];
}

export const initialAftercare: AftercareState = { current: { phase: 'none' }, earlier: [] };

const begun = (state: AftercareState, until: BusinessDate, checkIns: readonly BusinessDate[], on: BusinessDate): AftercareState => {
  const { current } = state;
  return {
    current: {
      phase: 'running',
      startedOn: on,
      until,
      checkIns: checkIns.map((plannedOn, i) => ({ phase: 'planned', number: i + 1, plannedOn })),
      setbacks: [],
      relapse: { phase: 'none' },
    },
    earlier: current.phase === 'none' || current.phase === 'running' ? state.earlier : [...state.earlier, current],
  };
};

const whileRunning = (state: AftercareState, change: (running: RunningAftercare) => AftercareState['current']): AftercareState =>
  state.current.phase === 'running' ? { ...state, current: change(state.current) } : state;

const withCheckIn = (state: AftercareState, number: number, change: (checkIn: CheckIn) => CheckIn): AftercareState =>
  whileRunning(state, (running) => ({
    ...running,
    checkIns: running.checkIns.map((one) => (one.number === number ? change(one) : one)),
  }));

const lapsed = (checkIn: CheckIn): CheckIn => (checkIn.phase === 'planned' ? { ...checkIn, phase: 'lapsed' } : checkIn);

const ended = (state: AftercareState, phase: EndedAftercare['phase'], endedOn: BusinessDate): AftercareState =>
  whileRunning(state, (running) => ({ ...running, phase, endedOn, checkIns: running.checkIns.map(lapsed) }));

export const evolveAftercare: EvolveOf<AftercareState, AftercareEvent> = {
  AftercareStarted: (state, { data, happenedOn }) => begun(state, data.until, data.checkIns, dayOf(happenedOn)),
  CheckInHeld: (state, { data: { checkInId, number, wellbeing, newArrears }, happenedOn, actor }) =>
    withCheckIn(state, number, ({ plannedOn }) => ({
      phase: 'held',
      number,
      plannedOn,
      checkInId,
      heldOn: dayOf(happenedOn),
      by: actor.id,
      wellbeing,
      newArrears,
    })),
  CheckInMissed: (state, { data: { number } }) =>
    withCheckIn(state, number, ({ plannedOn }) => ({ phase: 'missed', number, plannedOn })),
  SetbackReported: (state, { data: { kind, partner, amount }, happenedOn }) =>
    whileRunning(state, (running) => ({
      ...running,
      setbacks: [
        ...running.setbacks,
        { on: dayOf(happenedOn), kind, ...(partner !== undefined && { partner }), ...(amount !== undefined && { amount }) },
      ],
    })),
  RelapseFlagged: (state, { data: { cause }, happenedOn }) =>
    whileRunning(state, (running) => ({ ...running, relapse: { phase: 'flagged', on: dayOf(happenedOn), cause } })),
  SupportResumed: (state, { happenedOn }) => ended(state, 'resumed', dayOf(happenedOn)),
  AftercareCompleted: (state, { happenedOn }) => ended(state, 'completed', dayOf(happenedOn)),
  TrajectoryClosed: (state, { happenedOn }) => ended(state, 'stopped', dayOf(happenedOn)),
};
