import type { Recorded } from '@perspectief/kernel';
import { Engine, StudyKey } from '@perspectief/evaluation-datasets';
import { batches, card, Folders, householdOf, lastPosition, lifting, logOf, restriction, town, trajectoryOf } from '@perspectief/evaluation-datasets/testing';
import { readCohort, type Cohort } from './read-cohort.js';

const folders = new Folders();
afterAll(() => folders.clear());

const CASES = 12;
const key = new StudyKey(new Uint8Array(32).fill(7));
const log = logOf(town(CASES));
const restricted = logOf(log, [restriction(householdOf(5))]);
const lifted = logOf(restricted, [lifting(householdOf(5))]);

const read = async (all: readonly Recorded[], position: string): Promise<Cohort> => {
  const engine = await Engine.open({ folder: await folders.next() });
  const cohort = await readCohort(engine, batches(all), { card, key, position }, () => undefined).finally(() => engine.close());
  if ('refused' in cohort) throw new Error(cohort.refused.code);
  return cohort;
};
const gone = key.pseudonymOf(trajectoryOf(5));
const names = ({ members, stages, cases }: Cohort) => ({
  members: members.filter(({ pseudonym }) => pseudonym !== gone).length, isMember: members.some(({ pseudonym }) => pseudonym === gone),
  told: [...stages.flatMap(({ kept }) => kept), ...cases.map(({ record }) => record.trajectory)].includes(gone), cases: cases.filter(({ record }) => record.trajectory !== gone).length,
});
const others = { members: CASES - 1, cases: CASES - 1 };

test('a household that is absent when a cohort is frozen is not in it, also when it came back since', async () => {
  for (const all of [restricted, lifted]) expect(names(await read(all, lastPosition(restricted)))).toEqual({ ...others, isMember: false, told: false });
});

test('one that is absent since is in it as a name, and nothing of it is told or counted; one that came back is as it was', async () => {
  expect(names(await read(restricted, lastPosition(log)))).toEqual({ ...others, isMember: true, told: false });
  expect(names(await read(lifted, lastPosition(log)))).toEqual({ ...others, isMember: true, told: true });
});
