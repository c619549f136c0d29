import { dayOf, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { EvolveOf } from '../track.js';
import type { TandemEvent } from './events.js';

interface Pair {
  readonly tandemId: Uuid;
  readonly coachId: string;
  readonly expertId: string;
}

/** The pair of now: none yet, proposed, running, paused, or over. */
export type CurrentTandem =
  | { readonly phase: 'none' }
  | ({ readonly phase: 'proposed'; readonly proposedOn: BusinessDate } & Pair)
  | ({ readonly phase: 'running' | 'paused'; readonly startedOn: BusinessDate } & Pair)
  | ({ readonly phase: 'ended'; readonly endedOn: BusinessDate } & Pair);

export interface TandemContact {
  readonly contactId: Uuid;
  readonly tandemId: Uuid;
  readonly on: BusinessDate;
  readonly by: string;
  readonly kind: string;
  readonly minutes: number;
  readonly note: string | undefined;
}

export interface TandemState {
  readonly current: CurrentTandem;
  /** Ids of all tandems ever proposed here. */
  readonly tandems: readonly Uuid[];
  readonly contacts: readonly TandemContact[];
  /** Experts whom the household declined in this trajectory. */
  readonly declinedExperts: readonly string[];
}

export const initialTandem: TandemState = { current: { phase: 'none' }, tandems: [], contacts: [], declinedExperts: [] };

const isPair = (tandem: CurrentTandem): tandem is Exclude<CurrentTandem, { phase: 'none' }> => tandem.phase !== 'none';

const started = (state: TandemState, on: BusinessDate): TandemState =>
  state.current.phase === 'proposed'
    ? { ...state, current: { phase: 'running', startedOn: on, ...pairOf(state.current) } }
    : state;

const pairOf = ({ tandemId, coachId, expertId }: Pair): Pair => ({ tandemId, coachId, expertId });

const ended = (state: TandemState, on: BusinessDate): TandemState =>
  isPair(state.current) && state.current.phase !== 'ended'
    ? { ...state, current: { phase: 'ended', endedOn: on, ...pairOf(state.current) } }
    : state;

const paused = (state: TandemState, phase: 'running' | 'paused'): TandemState =>
  state.current.phase === 'running' || state.current.phase === 'paused'
    ? { ...state, current: { ...state.current, phase } }
    : state;

const replaced = (state: TandemState, place: Partial<Pair>): TandemState =>
  isPair(state.current) ? { ...state, current: { ...state.current, ...place } } : state;

export const evolveTandem: EvolveOf<TandemState, TandemEvent> = {
  TandemProposed: (state, { data, happenedOn }) => ({
    ...state,
    current: { phase: 'proposed', proposedOn: dayOf(happenedOn), ...pairOf(data) },
    tandems: [...state.tandems, data.tandemId],
  }),
  TandemStarted: (state, { happenedOn }) => started(state, dayOf(happenedOn)),
  TandemDeclined: (state) => ({
    ...state,
    current: { phase: 'none' },
    declinedExperts: isPair(state.current) ? [...state.declinedExperts, state.current.expertId] : state.declinedExperts,
  }),
  TandemContactLogged: (state, { data, happenedOn, actor }) => ({
    ...state,
    contacts: [
      ...state.contacts,
      {
        ...{ contactId: data.contactId, tandemId: data.tandemId, on: dayOf(happenedOn), by: actor.id },
        ...{ kind: data.kind, minutes: data.minutes, note: data.note },
      },
    ],
  }),
  TandemPaused: (state) => paused(state, 'paused'),
  TandemResumed: (state) => paused(state, 'running'),
  ExpertReplaced: (state, { data }) => replaced(state, { expertId: data.expertId }),
  CoachReplaced: (state, { data }) => replaced(state, { coachId: data.coachId }),
  TandemEnded: (state, { happenedOn }) => ended(state, dayOf(happenedOn)),
  // A running tandem ends with its trajectory.
  TrajectoryClosed: (state, { happenedOn }) => ended(state, dayOf(happenedOn)),
};
