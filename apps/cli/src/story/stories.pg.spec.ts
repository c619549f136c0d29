import { basename } from 'node:path';
import { openPlatform, type Platform } from '@perspectief/assembly';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { throwAwayKeys } from '@perspectief/privacy';
import { storyFiles } from '../demo/stories.js';
import { ScopedClock } from '../opening/scoped-clock.js';
import { falsehoodOf } from './report.js';
import { readStory, storyOf } from './parse.js';
import { runStory } from './run.js';
import type { StoryReport } from './judged.js';

let database: ThrowAwayDatabase;
let platform: Platform;
const clock = new ScopedClock();
const files = await storyFiles();

beforeAll(async () => {
  database = await throwAwayDatabase();
  platform = await openPlatform({ databaseUrl: database.url, keys: throwAwayKeys(), clock });
}, 60_000);
afterAll(async () => {
  await platform.close();
  await database.drop();
});

const run = async (file: string): Promise<StoryReport> => runStory(platform, clock, await readStory(file), { skipUnknown: true });

test.each(files.map((file) => [basename(file, '.json'), file]))('%s comes out as written, and again changes nothing', async (_, file) => {
  expect(falsehoodOf(await run(file))).toBeUndefined();
  const head = await platform.store.head();
  const again = await run(file);
  expect(falsehoodOf(again)).toBeUndefined();
  expect(again.steps.filter(({ outcome, repeated }) => !repeated && (outcome === 'accepted' || outcome === 'refused'))).toEqual([]);
  expect(await platform.store.head()).toBe(head);
}, 120_000);

const told = (story: string, more: object): ReturnType<typeof storyOf> =>
  storyOf({
    story,
    title: 'T',
    municipality: 'groningen',
    people: { coach: { role: 'neighbourhood-coach', name: 'Coach' } },
    steps: [
      { on: '2024-01-12', as: 'coach', do: 'RegisterHousehold', with: { householdId: '$h', municipality: 'groningen', area: 'haren', name: 'N', address: 'A' } },
      { on: '2024-01-12', as: 'coach', do: 'OpenTrajectory', with: { trajectoryId: '$t', householdId: '$h', area: 'haren', source: 'self' } },
    ],
    ...more,
  });

test('a false check names what was expected and what was seen', async () => {
  const report = await runStory(platform, clock, told('false check', { then: [{ trajectory: '$t', is: { status: 'closed' } }] }));
  expect(report.ok).toBe(false);
  expect(falsehoodOf(report)).toBe('false check: check 1, trajectory $t, status: expected closed, seen intake');
});

test('a refusal that was not expected ends the story at its step', async () => {
  const step = { on: '2024-01-13', as: 'coach', do: 'AgreePlan', with: { trajectoryId: '$none' } };
  const report = await runStory(platform, clock, told('false step', { steps: [step, step], then: [{ clocks: '$none', has: [] }] }));
  expect(report.steps).toHaveLength(1);
  expect(report.checks).toMatchObject([{ outcome: 'not reached' }]);
  expect(falsehoodOf(report)).toBe('false step: step 1, 2024-01-13, AgreePlan: expected accepted, seen refused: UNKNOWN_TRAJECTORY');
});

test('an acceptance that was not expected is false too', async () => {
  const { steps } = told('x', {});
  const register = { ...steps[0], refused: 'HOUSEHOLD_EXISTS' };
  const report = await runStory(platform, clock, told('false acceptance', { steps: [register] }));
  expect(falsehoodOf(report)).toContain('step 1, 2024-01-12, RegisterHousehold: expected refused: HOUSEHOLD_EXISTS, seen accepted');
});

test('input that does not fit is named by its field, never by its value', async () => {
  const step = { on: '2024-01-13', as: 'coach', do: 'RegisterHousehold', with: { householdId: '$h', municipality: 'groningen', area: 'haren', name: 7, address: 'secret' } };
  const sentence = falsehoodOf(await runStory(platform, clock, told('false input', { steps: [step] })));
  expect(sentence).toContain('INVALID_INPUT (name');
  expect(sentence).not.toContain('secret');
});

test('a command that the platform does not know is named, or skipped when that is allowed', async () => {
  const story = told('unknown', { steps: [{ on: '2024-01-13', as: 'coach', do: 'FlyToTheMoon', with: {} }] });
  await expect(runStory(platform, clock, story)).rejects.toMatchObject({ code: 2, message: expect.stringContaining('FlyToTheMoon (step 1)') as string });
  const report = await runStory(platform, clock, story, { skipUnknown: true });
  expect(report).toMatchObject({ ok: true, steps: [{ do: 'FlyToTheMoon', outcome: 'skipped' }] });
});

test('recorded at is the story’s clock, and what the wall’s clock did later is not the story’s', async () => {
  await runStory(platform, clock, told('its clock', {}));
  const events = await platform.store.readAll({ limit: 10_000 });
  expect(events.at(-1)).toMatchObject({ type: 'TrajectoryOpened', recordedAt: '2024-01-11T23:00:00.000Z' });
});
