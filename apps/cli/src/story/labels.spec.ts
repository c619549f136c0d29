import { isUuid } from '@perspectief/kernel';
import { actorOf, idOfLabel, idOfPerson, idOfStep, labelled, resolved, streamsNamedIn, streamsOf } from './labels.js';
import { storyOf } from './parse.js';

const story = storyOf({
  story: 'S-1',
  title: 'Labels',
  municipality: 'groningen',
  people: { coach: { role: 'neighbourhood-coach', name: 'Coach' } },
  steps: [
    { on: '2024-01-12', as: 'coach', do: 'PlanAction', with: { trajectoryId: '$trajectory', who: '$parent' } },
    { on: '2024-01-13', clock: true },
  ],
});

test('a label stands for the same id wherever it is written, and for another one in another story', () => {
  expect(isUuid(idOfLabel('S-1', '$freeze'))).toBe(true);
  expect(idOfLabel('S-1', '$freeze')).toBe(idOfLabel('S-1', '$freeze'));
  expect(idOfLabel('S-1', '$freeze')).not.toBe(idOfLabel('S-2', '$freeze'));
});

test('labels, steps and people never share an id', () => {
  expect(new Set([idOfLabel('S-1', '$coach'), idOfPerson('S-1', 'coach'), idOfStep('S-1', 1)]).size).toBe(3);
});

test('labels are found at any depth, as values and as keys', () => {
  expect(resolved(story, { debts: ['$c1', '$c2'], are: { $c1: '1.00' } })).toEqual({
    debts: [idOfLabel('S-1', '$c1'), idOfLabel('S-1', '$c2')],
    are: { [idOfLabel('S-1', '$c1')]: '1.00' },
  });
});

test('coachId and expertId name people, also ones that nobody knows', () => {
  expect(resolved(story, { coachId: 'coach', expertId: 'nobody' })).toEqual({
    coachId: idOfPerson('S-1', 'coach'),
    expertId: idOfPerson('S-1', 'nobody'),
  });
});

test('who is somebody of people or a member by label; other words stay as they are', () => {
  expect(resolved(story, { who: 'coach' })).toEqual({ who: idOfPerson('S-1', 'coach') });
  expect(resolved(story, { who: '$parent' })).toEqual({ who: idOfLabel('S-1', '$parent') });
  expect(resolved(story, { who: 'buurvrouw', kind: 'coach', amount: '$', text: 'kost $5 en meer' })).toEqual({
    who: 'buurvrouw',
    kind: 'coach',
    amount: '$',
    text: 'kost $5 en meer',
  });
});

test('an actor is the person with the role', () => {
  expect(actorOf(story, 'coach')).toEqual({ id: idOfPerson('S-1', 'coach'), role: 'neighbourhood-coach' });
});

test('the streams of a story are all that its labels may name', () => {
  expect(streamsOf(story)).toContain(`trajectory-${idOfLabel('S-1', '$trajectory')}`);
  expect(streamsOf(story)).toHaveLength(6);
  expect(streamsNamedIn('S-1', { a: ['$x', '$x'] })).toHaveLength(3);
});

test('reports show labels where the ids of the story stand', () => {
  expect(labelled(story, { [idOfLabel('S-1', '$parent')]: [idOfLabel('S-1', '$trajectory'), 'other'] })).toEqual({
    $parent: ['$trajectory', 'other'],
  });
});
