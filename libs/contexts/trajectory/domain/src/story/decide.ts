import { accept, refuse, unless } from '@perspectief/kernel';
import type { DecideOf } from '../track.js';
import type { StoryCommand } from './commands.js';
import { dateMayStand, qualityIsWithinRange, scoresAreWithinRange } from './rules.js';

export const decideStory: DecideOf<StoryCommand> = {
  LogContact: ({ contactId, kind, reached, note }, { trajectory: { story } }) =>
    story.contacts.some((contact) => contact.contactId === contactId)
      ? refuse('CONTACT_EXISTS', { field: 'contactId' })
      : accept({ type: 'ContactLogged', data: { contactId, kind, reached, note } }),

  TellStory: ({ storyId, text, visibleTo }, { trajectory: { story } }) =>
    story.stories.some((told) => told.storyId === storyId)
      ? refuse('STORY_EXISTS', { field: 'storyId' })
      : accept({ type: 'StoryTold', data: { storyId, text, visibleTo: [...visibleTo] } }),

  CorrectStory: ({ storyId, text }, { trajectory: { story } }) => {
    const told = story.stories.find((known) => known.storyId === storyId);
    if (!told) return refuse('UNKNOWN_STORY', { field: 'storyId' });
    return told.text === text ? refuse('OUT_OF_ORDER') : accept({ type: 'StoryCorrected', data: { storyId, text } });
  },

  CorrectDate: ({ eventId, happenedOn, reason }, { trajectory, meta, context }) =>
    unless(
      [
        !context.eventIds.includes(eventId) && { code: 'UNKNOWN_EVENT', field: 'eventId' },
        ...dateMayStand(happenedOn, meta, trajectory),
        trajectory.story.correctedDates[eventId] === happenedOn && { code: 'OUT_OF_ORDER' },
      ],
      () => [{ type: 'DateCorrected', data: { eventId, happenedOn, reason } }],
    ),

  AssessLifeAreas: (assessed, { trajectory: { story } }) =>
    unless(
      [
        story.assessments.some(({ assessmentId }) => assessmentId === assessed.assessmentId) && {
          code: 'ASSESSMENT_EXISTS',
          field: 'assessmentId',
        },
        scoresAreWithinRange(assessed),
        qualityIsWithinRange(assessed),
      ],
      () => {
        const { assessmentId, by, scores, qualityOfLife, note } = assessed;
        return [{ type: 'LifeAreasAssessed', data: { assessmentId, by, scores: [...scores], qualityOfLife, note } }];
      },
    ),
};
