import type { Recorded } from '@perspectief/kernel';
import { WHOLE } from '@perspectief/runtime';
import type { TrajectoryFact } from '../page/effective-events.js';
import { Deadlines } from '../deadlines/deadlines.js';
import { eventIdOf, historyOf, told, trajectoryIdOf } from '../testing/facts.js';
import { openReadSide, type ReadSide } from '../testing/read-side.js';
import { wholeTrajectory } from '../testing/whole-trajectory.js';
import { TrajectoryFacts } from '../trajectory-facts.js';
import { eraseTrajectories } from './erase.js';

const names = ['north', 'south', 'village'] as const;

/** One that is over, one whose past is corrected at the end, one in the middle of a freeze; written turn by turn. */
const histories: readonly (readonly TrajectoryFact[])[] = [
  historyOf('north', wholeTrajectory('north')),
  historyOf('south', [
    ...wholeTrajectory('south').slice(0, 20),
    told('2024-02-01', 'DateCorrected', { eventId: eventIdOf('south', 5), happenedOn: '2023-12-27', reason: 'agenda' }),
    ...wholeTrajectory('south').slice(20, 24),
    told('2024-02-02', 'DateCorrected', { eventId: eventIdOf('south', 14), happenedOn: '2024-01-11', reason: 'brief' }),
    ...wholeTrajectory('south').slice(24, 30),
  ]),
  historyOf('village', wholeTrajectory('village').slice(0, 18)),
];

const inTurns = (): readonly TrajectoryFact[] =>
  Array.from({ length: 60 }, (_, turn) => histories.flatMap((history) => history[turn] ?? [])).flat();

let side: ReadSide;
let expected: string;

beforeAll(async () => {
  side = await openReadSide();
  await side.write(inTurns());
  await side.runner().catchUp({ batchSize: 1 });
  expected = await side.rows();
});
afterAll(() => side.close());

const forget = async (): Promise<void> => {
  await side.database.query(`truncate read.trajectories, read.worklist_items, read.deadlines`);
  await side.database.query(`update runtime.checkpoints set position = null`);
};

test('one event at a time gives a row for each trajectory', async () => {
  const rows = (await side.database.query(`select trajectory_id as id, status, version from read.trajectories`)) as object[];
  expect(rows).toHaveLength(3);
  expect(rows).toEqual(expect.arrayContaining([expect.objectContaining({ id: trajectoryIdOf('north'), status: 'closed' })]));
});

test('trap 6: a batch that is applied twice leaves the same rows', async () => {
  await side.database.query(`update runtime.checkpoints set position = null`);
  await side.runner().catchUp();
  expect(await side.rows()).toBe(expected);
});

test.each(Array.from({ length: 30 }, (_, index) => index + 2))('trap 6: split into batches of %i, the rows are the same', async (batchSize) => {
  await forget();
  await side.runner().catchUp({ batchSize });
  expect(await side.rows()).toBe(expected);
});

test('trap 6: a process that starts in the middle goes on with the same rows', async () => {
  await forget();
  const events = (await side.store.readAll({ limit: 1_000 })).map((event) => side.codec.decode(event));
  for (let cut = 0; cut < events.length; cut += 9) {
    const part = events.slice(cut, cut + 9);
    await side.database.transaction((manager) => side.projection().apply(part, manager, WHOLE));
  }
  expect(await side.rows()).toBe(expected);
});

test('trap 6: a memory of what was rolled back is not trusted', async () => {
  await forget();
  const projection = side.projection();
  const events = (await side.store.readAll({ limit: 1_000 })).map((event) => side.codec.decode(event));
  const lost = side.database.transaction(async (manager) => {
    await projection.apply(events.slice(0, 40), manager, WHOLE);
    throw new Error('the connection broke');
  });
  await expect(lost).rejects.toThrow('the connection broke');
  await side.database.transaction((manager) => projection.apply(events.slice(0, 7), manager, WHOLE));
  await side.database.transaction((manager) => projection.apply(events, manager, WHOLE));
  expect(await side.rows()).toBe(expected);
});

test('a rebuild from nothing gives the rows that following gave', async () => {
  await side.runner().rebuild('trajectory');
  expect(await side.rows()).toBe(expected);
});

test('trap 7: two runners on one checkpoint end with the rows of one', async () => {
  await forget();
  const ending = new AbortController();
  const both = Promise.all([side.runner().run(ending.signal), side.runner().run(ending.signal)]);
  const head = await side.store.head();
  for (let waited = 0; waited < 10_000; waited += 20) {
    const [row] = (await side.database.query(`select position from runtime.checkpoints`)) as { position: string | null }[];
    if (row?.position === head) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  ending.abort();
  await both;
  expect(await side.rows()).toBe(expected);
});

test('what time brings about is found on its day, and not before', async () => {
  const deadlines = new Deadlines(side.database);
  const keys = async (day: string, streams?: readonly string[]) => (await deadlines.dueOn(day, streams)).map(({ command }) => command.type);
  expect(await keys('2024-05-03')).toEqual([]);
  expect(await keys('2024-05-04')).toEqual(['ExpireFreeze', 'ExpireFreeze']);
  expect(await keys('2024-05-04', [`trajectory-${trajectoryIdOf('south')}`])).toEqual(['ExpireFreeze']);
});

test('running tandems are counted over the other trajectories', async () => {
  const facts = new TrajectoryFacts(side.database);
  expect(await facts.runningTandems('expert')).toBe(2);
  expect(await facts.runningTandems('expert', trajectoryIdOf('south'))).toBe(1);
  expect(await facts.runningTandems('nobody')).toBe(0);
});

test.each(names)('the row of %s knows all of its events', async (name) => {
  const [row] = (await side.database.query(`select version from read.trajectories where trajectory_id = $1`, [trajectoryIdOf(name)])) as { version: number }[];
  expect(row?.version).toBe(histories[names.indexOf(name)]?.length);
});

test('of a household that was erased nothing is left but a row that says so, and only by who writes that row', async () => {
  const gone = trajectoryIdOf('village');
  const left = async (): Promise<object> => {
    const counted = `select (select count(*)::int from read.worklist_items where trajectory_id = t.trajectory_id) as items, (select count(*)::int from read.deadlines where trajectory_id = t.trajectory_id) as deadlines,
      erased, state is null as empty, coach_id as coach from read.trajectories t where trajectory_id = $1`;
    return ((await side.database.query(counted, [gone])) as [object])[0];
  };
  const [{ householdId }] = (await side.database.query(`select household_id as "householdId" from read.trajectories where trajectory_id = $1`, [gone])) as [{ householdId: string }];
  const erased = [{ type: 'HouseholdErased', stream: `household-${householdId}` }] as unknown as readonly Recorded[];
  // A row keeps its state now and then.
  await side.database.query(`update read.trajectories set state = '{}' where trajectory_id = $1`, [gone]);
  const before = await left();
  expect(before).toEqual({ items: expect.any(Number) as number, deadlines: expect.any(Number) as number, erased: false, empty: false, coach: 'coach' });
  expect(Object.values(before)).not.toContain(0);
  await side.database.transaction((tables) => eraseTrajectories(erased, tables, { ...WHOLE, owns: () => false }));
  expect(await left()).toEqual(before);
  await side.database.transaction((tables) => eraseTrajectories(erased, tables, WHOLE));
  expect(await left()).toEqual({ items: 0, deadlines: 0, erased: true, empty: true, coach: null });
});
