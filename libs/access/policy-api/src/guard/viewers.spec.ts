import { jest } from '@jest/globals';
import type { Person, Team } from '@perspectief/directory';
import type { Uuid } from '@perspectief/kernel';
import type { Glasses } from '../break-glass/glasses.js';
import { Viewers } from './viewers.js';

const coach: Person = { id: 'an', name: 'An', municipality: 'groningen', role: 'neighbourhood-coach', area: 'beijum', team: 'north' };
const teams: Team[] = [
  { id: 'north', name: 'North', municipality: 'groningen', area: 'lewenborg' },
  { id: 'south', name: 'South', municipality: 'haarlem', area: 'schalkwijk' },
];

const viewerOf = async (person: Person | undefined, role = 'neighbourhood-coach', glasses: readonly (readonly Uuid[])[] = [[]]) => {
  const open = [...glasses];
  const viewers = new Viewers({ find: async () => (person ? [person] : []), teams: async () => teams }, { openOf: async () => open.shift() ?? [] } as unknown as Glasses);
  const seen = [];
  for (const _ of glasses) seen.push((await viewers.rulesOf({ id: 'an', role }))?.viewer);
  return seen.at(-1);
};

test('who is signed in looks as the directory says: in the own area and that of the team', async () => {
  expect(await viewerOf(coach)).toEqual({ personId: 'an', role: 'neighbourhood-coach', municipality: 'groningen', areas: ['beijum', 'lewenborg'], glasses: [] });
});

test('a team of another municipality gives no area', async () => {
  expect(await viewerOf({ ...coach, team: 'south' })).toMatchObject({ areas: ['beijum'] });
});

test.each([
  ['nobody', undefined, undefined],
  ['who has left', { ...coach, active: false }, undefined],
  ['who signs in under a role that is not theirs', coach, 'privacy-officer'],
])('%s does not look at all', async (_, person, role) => {
  expect(await viewerOf(person, role)).toBeUndefined();
});

test('a glass that is whole again shows nothing more, also where the person is remembered', async () => {
  const household = '00000000-0000-5000-8000-000000000001';
  expect(await viewerOf(coach, coach.role, [[household]])).toMatchObject({ glasses: [household] });
  expect(await viewerOf(coach, coach.role, [[household], []])).toMatchObject({ glasses: [] });
});

test.each([
  ['another area', { area: 'haren' }],
  ['another municipality', { municipality: 'haarlem' }],
  ['another role', { role: 'debt-counsellor' }],
] as const)('rules stay the same ones as long as the viewer is the same; with %s they are others', async (_, change) => {
  let person: Person = coach;
  const viewers = new Viewers({ find: async () => [person], teams: async () => [] }, { openOf: async () => [] } as unknown as Glasses);
  const before = await viewers.rulesOf(coach);
  viewers.forget();
  expect(await viewers.rulesOf({ ...coach })).toBe(before);
  person = { ...coach, ...change };
  viewers.forget();
  const after = await viewers.rulesOf(person);
  expect(after).not.toBe(before);
  expect(after?.viewer).toMatchObject({ role: person.role, municipality: person.municipality, areas: [person.area] });
});

test('after a change of the directory nobody looks as was looked up before, nor while it was looked up', async () => {
  let person: Person = coach;
  const viewers = new Viewers({ find: async () => [person], teams: async () => teams }, { openOf: async () => [] } as unknown as Glasses);
  const areas = async (): Promise<unknown> => (await viewers.rulesOf({ id: 'an', role: coach.role }))?.viewer.areas;
  expect(await areas()).toEqual(['beijum', 'lewenborg']);
  person = { ...coach, area: 'haren' };
  expect(await areas()).toEqual(['beijum', 'lewenborg']);
  viewers.forget();
  const meanwhile = areas();
  viewers.forget();
  person = { ...coach, active: false };
  await meanwhile;
  expect(await areas()).toBeUndefined();
});

test('what the directory said counts for five seconds at most, also where nobody told of a change; who is not there is looked up each time', async () => {
  jest.useFakeTimers({ now: 0 });
  let found: readonly Person[] = [];
  const viewers = new Viewers({ find: async () => [...found], teams: async () => teams }, { openOf: async () => [] } as unknown as Glasses);
  const area = async (): Promise<unknown> => (await viewers.rulesOf({ id: 'an', role: coach.role }))?.viewer.areas[0];
  expect(await area()).toBeUndefined();
  found = [coach];
  expect(await area()).toBe('beijum');
  found = [{ ...coach, area: 'haren' }];
  jest.setSystemTime(4_999);
  expect(await area()).toBe('beijum');
  jest.setSystemTime(5_000);
  expect(await area()).toBe('haren');
  jest.useRealTimers();
});
