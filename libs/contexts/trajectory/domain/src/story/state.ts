import { dayOf, type BusinessDate, type LocalDateTime, type Uuid } from '@perspectief/kernel';
import type { EvolveOf } from '../track.js';
import type { Assessor, ContactKind, StoryEvent } from './events.js';

export interface Contact {
  readonly contactId: Uuid;
  readonly on: BusinessDate;
  readonly by: string;
  readonly kind: ContactKind;
  readonly reached: boolean;
}

export interface Story {
  readonly storyId: Uuid;
  readonly toldBy: string;
  readonly toldOn: BusinessDate;
  /** As it stands now, with its last correction. */
  readonly text: string;
  readonly visibleTo: readonly string[];
  readonly correctedOn: readonly BusinessDate[];
}

export interface Assessment {
  readonly assessmentId: Uuid;
  readonly on: BusinessDate;
  readonly by: Assessor;
  readonly scores: readonly { readonly lifeArea: string; readonly score: number }[];
  readonly qualityOfLife?: number;
}

export interface StoryState {
  readonly contacts: readonly Contact[];
  readonly stories: readonly Story[];
  readonly assessments: readonly Assessment[];
  /** The date that stands now, by id of the event whose date was wrong. */
  readonly correctedDates: Readonly<Record<Uuid, LocalDateTime>>;
}

export const initialStory: StoryState = { contacts: [], stories: [], assessments: [], correctedDates: {} };

export const evolveStory: EvolveOf<StoryState, StoryEvent> = {
  ContactLogged: (state, { data: { contactId, kind, reached }, happenedOn, actor }) => ({
    ...state,
    contacts: [...state.contacts, { contactId, on: dayOf(happenedOn), by: actor.id, kind, reached }],
  }),
  StoryTold: (state, { data: { storyId, text, visibleTo }, happenedOn, actor }) => ({
    ...state,
    stories: [...state.stories, { storyId, toldBy: actor.id, toldOn: dayOf(happenedOn), text, visibleTo, correctedOn: [] }],
  }),
  StoryCorrected: (state, { data: { storyId, text }, happenedOn }) => ({
    ...state,
    stories: state.stories.map((story) =>
      story.storyId === storyId ? { ...story, text, correctedOn: [...story.correctedOn, dayOf(happenedOn)] } : story,
    ),
  }),
  DateCorrected: (state, { data: { eventId, happenedOn } }) => ({
    ...state,
    correctedDates: { ...state.correctedDates, [eventId]: happenedOn },
  }),
  LifeAreasAssessed: (state, { data: { assessmentId, by, scores, qualityOfLife }, happenedOn }) => ({
    ...state,
    assessments: [
      ...state.assessments,
      { assessmentId, on: dayOf(happenedOn), by, scores, ...(qualityOfLife !== undefined && { qualityOfLife }) },
    ],
  }),
};
