import type { MasterKeys } from '@perspectief/privacy';
import { readinessOf } from './readiness.js';
import type { Standing } from './standing.js';

const keys = { ids: async () => ['m1'] } as unknown as MasterKeys;
const at = (reader: string, behind: number, lagSeconds: number): Standing => ({ reader, partition: 0, behind, lagSeconds, ageSeconds: 0 });
const looks = (...found: readonly Standing[]) => ({ standings: async () => found, keys });

test('ready: the database answers, read models are near the log, master keys are here', async () => {
  expect(await readinessOf(looks(at('trajectory', 3, 0.2), at('household', 0, 0)))).toBe('ready');
});

test('without the database it says so, and asks nothing else', async () => {
  expect(await readinessOf({ standings: async () => Promise.reject(new Error()), keys })).toBe('waiting for the database');
});

test('a read model that is rebuilt takes no people; a burst of writing is no reason', async () => {
  expect(await readinessOf(looks(at('trajectory', 1_000, 61), at('household', 1_000, 61)))).toBe('waiting for read models: trajectory, household');
  expect(await readinessOf(looks(at('trajectory', 1_000, 5)))).toBe('ready');
});

test('policies that wait show in figures, and take nobody’s pages away', async () => {
  expect(await readinessOf(looks(at('policies', 1_000, 600)))).toBe('ready');
});

test('without master keys, or with a key file that cannot be read, nobody is let in', async () => {
  const standings = async () => [];
  expect(await readinessOf({ standings, keys: undefined })).toBe('waiting for the master keys');
  expect(await readinessOf({ standings, keys: { ids: async () => Promise.reject(new Error()) } as unknown as MasterKeys })).toBe('waiting for the master keys');
});
