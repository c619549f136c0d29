import { Ending } from '../exit.js';
import { BrokenStory, readStory, storyOf } from './parse.js';

const people = { coach: { role: 'neighbourhood-coach', name: 'Coach' } };
const step = { on: '2024-01-12', as: 'coach', do: 'GrantFreeze', with: {} };
const base = { story: 'S-1', title: 'T', municipality: 'groningen', people, steps: [step] };

const complaintsOf = (json: unknown): readonly string[] => {
  try {
    storyOf(json);
    return [];
  } catch (error) {
    if (error instanceof BrokenStory) return error.complaints;
    throw error;
  }
};

test('a story is read, its steps and checks numbered from one', () => {
  const story = storyOf({ ...base, fictional: true, steps: [step, { on: '2024-02-01', clock: true }], then: [{ trajectory: '$t', is: {} }] });
  expect(story.steps.map(({ n }) => n)).toEqual([1, 2]);
  expect(story.then).toEqual([{ n: 1, kind: 'trajectory', of: '$t', at: undefined, expectation: 'is', expected: {} }]);
});

test.each([
  ['a day that the calendar has not', { ...base, steps: [{ ...step, on: '2024-02-30' }] }, 'step 1, on: is not a day or time'],
  ['an actor whom nobody knows', { ...base, steps: [{ ...step, as: 'nobody' }] }, 'step 1: nobody in "people" is called "nobody"'],
  ['a step that does nothing', { ...base, steps: [{ on: '2024-01-12', as: 'coach' }] }, 'step 1: says neither'],
  ['a step without an actor', { ...base, steps: [{ on: '2024-01-12', do: 'AgreePlan' }] }, 'step 1: says not who'],
  ['a clock that does something', { ...base, steps: [{ ...step, clock: true }] }, 'step 1: either a clock or a command'],
  ['a check of nothing', { ...base, then: [{ weather: '$t', is: {} }] }, 'check 1: looks at nothing that is known'],
  ['a check that expects nothing', { ...base, then: [{ clocks: '$t' }] }, 'check 1: expects nothing'],
  ['a check in the wrong words', { ...base, then: [{ clocks: '$t', is: {} }] }, 'check 1: a check of clocks says "has"'],
  ['a pot without a year', { ...base, then: [{ budget: '$p', is: {} }] }, 'check 1: a check of a budget names its year'],
  ['no steps', { ...base, steps: [] }, 'steps:'],
  ['no object', [], 'the file:'],
])('%s is said with its place', (_, json, complaint) => {
  expect(complaintsOf(json).join('\n')).toContain(complaint);
});

test('everything that is wrong is said at once', () => {
  expect(complaintsOf({ ...base, steps: [{ ...step, as: 'x' }, { ...step, as: 'y' }], then: [{ clocks: '$t' }] })).toHaveLength(3);
});

test('a file that is not there is wrong usage', async () => {
  await expect(readStory('/nowhere/story.json')).rejects.toThrow(Ending);
  await expect(readStory('/nowhere/story.json')).rejects.toMatchObject({ code: 2, message: 'story.json: there is no such file' });
});
