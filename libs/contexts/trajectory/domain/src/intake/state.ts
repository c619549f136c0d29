import { dayOf, type BusinessDate, type LocalDateTime, type Uuid } from '@perspectief/kernel';
import type { EvolveOf } from '../track.js';
import { evolveApplications, type Application } from './applications/state.js';
import type { ConversationPlace, IntakeEvent } from './events.js';

export interface Conversation {
  readonly on: BusinessDate;
  readonly at: LocalDateTime;
  readonly place: ConversationPlace;
  /** Absent where it was about the trajectory itself. */
  readonly applicationId?: Uuid;
}

export interface IntakeState {
  readonly course: { readonly phase: 'running' } | { readonly phase: 'completed'; readonly completedOn: BusinessDate };
  /** Oldest first; the last one is the coach of now. */
  readonly coaches: readonly { readonly coachId: string; readonly since: BusinessDate }[];
  readonly applications: readonly Application[];
  readonly conversations: readonly Conversation[];
}

export const initialIntake: IntakeState = { course: { phase: 'running' }, coaches: [], applications: [], conversations: [] };

export const evolveIntake: EvolveOf<IntakeState, IntakeEvent> = {
  ...evolveApplications,
  CoachAssigned: (state, { data, happenedOn }) => ({
    ...state,
    coaches: [...state.coaches, { coachId: data.coachId, since: dayOf(happenedOn) }],
  }),
  FirstConversationHeld: (state, { data: { place, applicationId }, happenedOn }) => ({
    ...state,
    conversations: [
      ...state.conversations,
      { on: dayOf(happenedOn), at: happenedOn, place, ...(applicationId !== undefined && { applicationId }) },
    ],
  }),
  IntakeCompleted: (state, { happenedOn }) => ({ ...state, course: { phase: 'completed', completedOn: dayOf(happenedOn) } }),
};
