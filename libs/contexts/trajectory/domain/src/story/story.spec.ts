import { eventIdOf } from '@perspectief/kernel/testing';
import { idOf, opened, TRAJECTORY } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';
import type { StoryCommand } from './commands.js';
import { lifeAreas } from './life-areas.js';

const trajectoryId = TRAJECTORY;
const storyId = idOf(400);
const words = 'Huurschuld na minder uren werk.';
const visibleTo = ['neighbourhood-coach', 'debt-counsellor'];
const log = (n = 410): StoryCommand => ({ type: 'LogContact', data: { trajectoryId, contactId: idOf(n), kind: 'visit', reached: true } });
const tell = (id = storyId): StoryCommand => ({ type: 'TellStory', data: { trajectoryId, storyId: id, text: words, visibleTo } });
const correct = (text: string, id = storyId): StoryCommand => ({ type: 'CorrectStory', data: { trajectoryId, storyId: id, text } });
const correctDate = (happenedOn: string, eventId = eventIdOf(2)): StoryCommand => ({
  type: 'CorrectDate',
  data: { trajectoryId, eventId, happenedOn, reason: 'tikfout' },
});
const assess = (score: number, qualityOfLife?: number): StoryCommand => ({
  type: 'AssessLifeAreas',
  data: { trajectoryId, assessmentId: idOf(420), by: 'coach', scores: [{ lifeArea: 'finances', score }], qualityOfLife },
});

describe('contacts with the household', () => {
  scenario('a contact is logged, reached or not')
    .after(opened)
    .when('2024-01-09', log())
    .then({ type: 'ContactLogged', data: { contactId: idOf(410), kind: 'visit', reached: true, note: undefined } });
  scenario('a contact is logged once').after(opened, ['2024-01-09', log()]).when('2024-01-10', log()).refused('CONTACT_EXISTS');
});

describe('the story', () => {
  scenario('is told once, for those whom the teller names')
    .after(opened)
    .when('2024-01-09', tell())
    .then({ type: 'StoryTold', data: { storyId, text: words, visibleTo } });
  scenario('is not told twice under one id').after(opened, ['2024-01-09', tell()]).when('2024-01-10', tell()).refused('STORY_EXISTS');
  scenario('is put right')
    .after(opened, ['2024-01-09', tell()])
    .when('2024-01-10', correct('Huurschuld na ziekte.'))
    .then({ type: 'StoryCorrected', data: { storyId, text: 'Huurschuld na ziekte.' } });
  scenario('that nobody told cannot be put right').after(opened).when('2024-01-10', correct('x')).refused('UNKNOWN_STORY');
  scenario('that already says so needs no correction')
    .after(opened, ['2024-01-09', tell()])
    .when('2024-01-10', correct(words))
    .refused('OUT_OF_ORDER');
  scenario('shows its last words, and when they were put right')
    .after(opened, ['2024-01-09', tell()])
    .when('2024-01-10', correct('anders'))
    .thenState((state) => state.phase === 'open' && state.story.stories, [
      { storyId, toldBy: 'coach', toldOn: '2024-01-09', text: 'anders', visibleTo, correctedOn: ['2024-01-10'] },
    ]);
});

describe('a wrong date', () => {
  const knowing = { eventIds: [eventIdOf(1), eventIdOf(2)] };
  scenario('is put right without touching the fact itself')
    .knowing(knowing)
    .after(opened, ['2024-01-12', log()])
    .when('2024-01-15', correctDate('2024-01-11T14:00:00'))
    .then({ type: 'DateCorrected', data: { eventId: eventIdOf(2), happenedOn: '2024-01-11T14:00:00', reason: 'tikfout' } });
  scenario('may be put right again')
    .knowing(knowing)
    .after(opened, ['2024-01-12', log()], ['2024-01-15', correctDate('2024-01-11')])
    .when('2024-01-16', correctDate('2024-01-10'))
    .thenTypes('DateCorrected');
  scenario('belongs to a fact of this trajectory').knowing(knowing).after(opened).when('2024-01-15', correctDate('2024-01-11', idOf(9))).refused('UNKNOWN_EVENT');
  scenario('does not become a day to come')
    .knowing(knowing)
    .after(opened)
    .when('2024-01-15T10:00', correctDate('2024-01-15T10:01:00'))
    .refused('IN_THE_FUTURE', { field: 'happenedOn' });
  scenario('does not become a day before the opening').knowing(knowing).after(opened).when('2024-01-15', correctDate('2024-01-07')).refused('BEFORE_OPENING');
  scenario('may become the day of the opening').knowing(knowing).after(opened).when('2024-01-15', correctDate('2024-01-08')).thenTypes('DateCorrected');
  scenario('that was put right so already, stands')
    .knowing(knowing)
    .after(opened, ['2024-01-15', correctDate('2024-01-11')])
    .when('2024-01-16', correctDate('2024-01-11'))
    .refused('OUT_OF_ORDER');
});

describe('areas of life', () => {
  scenario('are scored from one to five, with quality of life from nought to ten')
    .after(opened)
    .when('2024-01-25', assess(1, 0))
    .then({
      type: 'LifeAreasAssessed',
      data: { assessmentId: idOf(420), by: 'coach', scores: [{ lifeArea: 'finances', score: 1 }], qualityOfLife: 0, note: undefined },
    });
  scenario('may be scored without quality of life').after(opened).when('2024-01-25', assess(5)).thenTypes('LifeAreasAssessed');
  scenario('are assessed once under one id').after(opened, ['2024-01-25', assess(1)]).when('2024-01-26', assess(2)).refused('ASSESSMENT_EXISTS');
  scenario('have no score below one').after(opened).when('2024-01-25', assess(0)).refused('SCORE_OUT_OF_RANGE', { field: 'scores' });
  scenario('have no score above five').after(opened).when('2024-01-25', assess(6)).refused('SCORE_OUT_OF_RANGE', { field: 'scores' });
  scenario('have whole scores').after(opened).when('2024-01-25', assess(2.5)).refused('SCORE_OUT_OF_RANGE', { field: 'scores' });
  scenario('know no quality of life above ten').after(opened).when('2024-01-25', assess(3, 11)).refused('SCORE_OUT_OF_RANGE', { field: 'qualityOfLife' });
  scenario('know no quality of life below nought').after(opened).when('2024-01-25', assess(3, -1)).refused('SCORE_OUT_OF_RANGE', { field: 'qualityOfLife' });
  test('are thirteen by default', () => expect(new Set(lifeAreas).size).toBe(13));
});
