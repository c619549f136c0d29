import pg from 'pg';
import { deriveId } from '@perspectief/kernel';
import { jarProjection, openJars, type Jars } from '../../testing/jar-platform.js';
import { ChangeFeed, type Change } from '../change-feed.js';
import { readCheckpoint } from '../checkpoints.js';
import type { Projection } from '../projection.js';
import { NewerProjection } from '../rebuilds.js';
import { AlreadyBuilding, BuildGivenUp, NothingToSwitchTo, PoisonInRebuild } from './errors.js';
import { NO_SWITCH } from './switch-over.js';
import { movedBeside } from './tables-beside.js';

const jars = [deriveId('a'), deriveId('b'), deriveId('c')] as const;
const expected = (marbles: number) => jars.map((jar) => ({ stream: `jar-${jar}`, version: marbles, marbles })).sort((a, b) => (a.stream < b.stream ? -1 : 1));
let platform: Jars;

beforeEach(async () => {
  platform = await openJars();
  await fill(0, 4);
  await platform.runner().catchUp();
});
afterEach(() => platform.close());

const fill = async (from: number, to: number): Promise<void> => {
  for (let n = from; n < to; n += 1) for (const jar of jars) await platform.add(jar, 1, n);
};

/** A projection that stops before its `nth` batch until it is let go. */
const waiting = (nth: number, projection = jarProjection()) => {
  let [batches, arrive, letGo] = [0, (): void => undefined, (): void => undefined];
  const there = new Promise<void>((resolve) => (arrive = resolve));
  const free = new Promise<void>((resolve) => (letGo = resolve));
  const held: Projection = { ...projection, apply: async (...args) => {
    batches += 1;
    if (batches === nth) {
      arrive();
      await free;
    }
    await projection.apply(...args);
  } };
  return { held, there, letGo: () => letGo() };
};

const besideOf = async () => (await platform.runner().status())[0]?.beside;
const form = (): Promise<unknown> => platform.database.query(`select c.relname, c.relkind, pg_get_indexdef(i.indexrelid) as body, c.relacl::text
  from pg_class c left join pg_index i on i.indexrelid = c.oid where c.relnamespace = 'shelf'::regnamespace and c.relname like '%jars%' order by 1`);

test('while it is rebuilt a read model is read and followed as before; then the new one stands in its place', async () => {
  await platform.database.query(`update shelf.jars set marbles = 9 where version = 4`);
  const { held, there, letGo } = waiting(2);
  const rebuilding = platform.runner(held).rebuild('jars', { batchSize: 3 });
  await there;
  await fill(4, 5);
  await platform.runner().catchUp();
  expect(await platform.rows()).toEqual(expected(5).map((row) => ({ ...row, marbles: 10 })));
  expect(await besideOf()).toMatchObject({ state: 'building', version: 1, read: 3, total: 12, error: undefined });
  letGo();
  await rebuilding;
  expect(await platform.rows()).toEqual(expected(5));
  expect(await besideOf()).toMatchObject({ state: 'kept', version: 1 });
});

test('after a switch nothing tells that there was one: names, indexes, views, grants', async () => {
  await platform.database.query(`grant select on shelf.jars to public`);
  const before = await form();
  await platform.runner().rebuild('jars');
  expect(await form()).toEqual(before);
  await fill(4, 7);
  await platform.runner().catchUp();
  expect(await platform.database.query(`select count(*)::int as full from shelf.full_jars`)).toEqual([{ full: 3 }]);
});

test('a rebuild that was cut short goes on where it was; anew, it begins from nothing', async () => {
  const [cut, again] = [new AbortController(), new AbortController()];
  await expect(platform.runner().rebuild('jars', { batchSize: 2, signal: cut.signal, onProgress: (read) => read >= 6 && cut.abort() })).rejects.toThrow('aborted');
  expect(await besideOf()).toMatchObject({ state: 'building', read: 6 });
  const seen: number[] = [];
  const onProgress = (read: number): void => {
    seen.push(read);
    if (seen.length === 1) again.abort();
  };
  await expect(platform.runner().rebuild('jars', { batchSize: 2, signal: again.signal, onProgress })).rejects.toThrow('aborted');
  await platform.runner().rebuild('jars', { batchSize: 4, onProgress });
  await platform.runner().rebuild('jars', { batchSize: 12, anew: true, onProgress });
  expect(seen).toEqual([8, 12, 12]);
  expect(await platform.rows()).toEqual(expected(4));
});

test('where this log has no event at its place, a reader stops, says so, and is mended by a rebuild; one that was cut short there begins from nothing', async () => {
  const elsewhere = '0000000099999999-deadbeef';
  const cut = new AbortController();
  await expect(platform.runner().rebuild('jars', { batchSize: 2, signal: cut.signal, onProgress: () => cut.abort() })).rejects.toThrow('aborted');
  for (const table of ['checkpoints', 'beside']) await platform.database.query(`update runtime.${table} set position = $1`, [elsewhere]);
  const ending = new AbortController();
  const following = platform.runner().run(ending.signal);
  while (platform.complaints.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  ending.abort();
  await following;
  expect(platform.complaints[0]).toBe('projection jars stumbled');
  expect(await platform.runner().status()).toMatchObject([{ error: 'CheckpointOutsideLog', behind: 1_000, position: elsewhere }]);
  expect(await platform.rows()).toEqual(expected(4));
  const seen: number[] = [];
  await platform.runner().rebuild('jars', { onProgress: (read) => seen.push(read) });
  expect(seen).toEqual([12]);
  expect(await platform.runner().status()).toMatchObject([{ error: undefined, behind: 0 }]);
  await expect(platform.runner().switchBack('jars')).rejects.toThrow('stands where this log has no event');
});

test('two who rebuild one read model: the second is refused in a sentence', async () => {
  const { held, there, letGo } = waiting(1);
  const first = platform.runner(held).rebuild('jars');
  await there;
  await expect(platform.runner().rebuild('jars')).rejects.toThrow(new AlreadyBuilding('jars'));
  letGo();
  await first;
  expect(await platform.rows()).toEqual(expected(4));
});

test('a rebuild is strict: it stops at the event, says which, leaves what is read, and goes on once the event can be taken', async () => {
  const broken: Projection = { ...jarProjection(), apply: async (events, tables, share) => {
    if (events.some(({ stream, streamVersion }) => stream === `jar-${jars[1]}` && streamVersion === 3)) throw new RangeError('the marbles of somebody by name');
    await jarProjection().apply(events, tables, share);
  } };
  const stopped = platform.runner(broken).rebuild('jars', { batchSize: 5 });
  await expect(stopped).rejects.toBeInstanceOf(PoisonInRebuild);
  await expect(stopped).rejects.toThrow(`stopped at event 3 (MarbleAdded) of jar-${jars[1]}: RangeError`);
  expect(await besideOf()).toMatchObject({ state: 'building', read: 5, error: `RangeError at jar-${jars[1]} 3` });
  expect(await platform.rows()).toEqual(expected(4));
  const seen: number[] = [];
  await platform.runner().rebuild('jars', { onProgress: (read) => seen.push(read) });
  expect(seen).toEqual([12]);
  expect(await platform.rows()).toEqual(expected(4));
});

test('a rebuild that is given up leaves nothing, and whoever builds it hears so', async () => {
  const { held, there, letGo } = waiting(2);
  const rebuilding = platform.runner(held).rebuild('jars', { batchSize: 3 });
  await there;
  const dropping = platform.runner().dropBeside('jars');
  const waits = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while (((await platform.database.query(waits)) as { n: number }[])[0]?.n !== 1) await new Promise((resolve) => setTimeout(resolve, 10));
  letGo();
  await expect(rebuilding).rejects.toThrow(new BuildGivenUp('jars'));
  expect(await dropping).toBe(true);
  expect(await platform.runner().dropBeside('jars')).toBe(false);
  expect(await platform.database.query(`select 1 from pg_namespace where nspname like 'beside%'`)).toEqual([]);
  expect(await platform.rows()).toEqual(expected(4));
});

test('back to the former version: brought up to date first, and back again', async () => {
  await platform.database.query(`update shelf.jars set marbles = 9`);
  await platform.runner().rebuild('jars');
  await fill(4, 5);
  await platform.runner().catchUp();
  await platform.runner().switchBack('jars');
  expect(await platform.rows()).toEqual(expected(5).map((row) => ({ ...row, marbles: 10 })));
  await platform.runner().switchBack('jars');
  expect(await platform.rows()).toEqual(expected(5));
  expect(await platform.runner().status()).toMatchObject([{ behind: 0, version: 1 }]);
});

test('there is no way back to what is not kept, has another form, or is of another program', async () => {
  await expect(platform.runner().switchBack('jars')).rejects.toThrow('no former version is kept');
  await platform.runner({ ...jarProjection(), version: 2 }).rebuild('jars');
  await expect(platform.runner({ ...jarProjection(), version: 2 }).switchBack('jars')).rejects.toThrow('it takes the program that wrote it');
  await platform.runner({ ...jarProjection(), version: 2 }).rebuild('jars');
  await platform.database.query(`alter table shelf.jars add column label text`);
  await expect(platform.runner({ ...jarProjection(), version: 2 }).switchBack('jars')).rejects.toBeInstanceOf(NothingToSwitchTo);
});

test('a newer version is built beside while an older program writes the old one; after the switch that one stops', async () => {
  const ending = new AbortController();
  const older = platform.runner().run(ending.signal);
  const { held, there, letGo } = waiting(1, { ...jarProjection(), version: 2 });
  const newer = platform.runner(held).catchUp();
  await there;
  await fill(4, 5);
  const written = async (marbles: number): Promise<void> => {
    for (let tries = 0; tries < 500 && JSON.stringify(await platform.rows()) !== JSON.stringify(expected(marbles)); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await platform.rows()).toEqual(expected(marbles));
  };
  await written(5);
  letGo();
  await newer;
  await fill(5, 6);
  await expect(platform.runner().catchUp()).rejects.toBeInstanceOf(NewerProjection);
  await platform.runner({ ...jarProjection(), version: 2 }).catchUp();
  await written(6);
  ending.abort();
  await older;
  expect((await readCheckpoint(platform.database.manager, 'jars', 2)).version).toBe(2);
});

test('a switch waits for a backup, and for whoever reads the tables; then it comes', async () => {
  const [backup, reader] = [new pg.Client(platform.url), new pg.Client(platform.url)];
  await Promise.all([backup.connect(), reader.connect()]);
  await backup.query('select pg_advisory_lock_shared($1)', [NO_SWITCH]);
  await reader.query('begin');
  await reader.query('select from shelf.jars');
  let switched = false;
  const rebuilding = platform.runner().rebuild('jars').then(() => (switched = true));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await backup.end();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(switched).toBe(false);
  expect(await platform.rows()).toEqual(expected(4));
  await reader.query('commit');
  await rebuilding;
  await reader.end();
  expect(switched).toBe(true);
});

test('screens hear that anything may have changed', async () => {
  const feed = new ChangeFeed(platform.url);
  await feed.open();
  const heard = new Promise<Change>((resolve) => feed.onChange(resolve));
  await platform.runner().rebuild('jars');
  expect(await heard).toEqual({ projection: 'jars', position: await platform.store.head() });
  await feed.close();
});

test('a statement that names a table of somebody else is refused: it would write what is read', () => {
  const moved = movedBeside({ name: 'pooled-budget', tables: ['read.pots', 'read.pots_by_year'] });
  expect(moved('insert into read.pots as p select pots.x from read.pots_by_year where read.pots.x = 1')).toBe(
    'insert into beside_pooled_budget.pots as p select pots.x from beside_pooled_budget.pots_by_year where beside_pooled_budget.pots.x = 1',
  );
  expect(() => moved('delete from read.trajectories')).toThrow('names read.trajectories, which is none of its tables');
});
