import { DataSource } from 'typeorm';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { announceChange, ChangeFeed, type Change } from './change-feed.js';

let server: ThrowAwayDatabase;
let database: DataSource;
let feed: ChangeFeed;
let heard: Change[];

beforeEach(async () => {
  server = await throwAwayDatabase();
  database = await new DataSource({ type: 'postgres', url: server.url }).initialize();
  feed = new ChangeFeed(server.url);
  await feed.open();
  heard = [];
  feed.onChange((change) => heard.push(change));
});
afterEach(async () => {
  await feed.close();
  await database.destroy();
  await server.drop();
});

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; !holds() && tries < 250; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(holds()).toBe(true);
};
const listeners = async (): Promise<number> =>
  Number(((await database.query(`select count(*) from pg_stat_activity where datname = current_database() and query like 'listen %'`)) as { count: string }[])[0]?.count);

test('a change names its streams', async () => {
  await announceChange(database.manager, { projection: 'jars', position: '1', streams: ['jar-1'] });
  await until(() => heard.length === 1);
  expect(heard).toEqual([{ projection: 'jars', position: '1', streams: ['jar-1'] }]);
});

test('too many streams to name are not named', async () => {
  const streams = Array.from({ length: 500 }, (_, n) => `jar-${n}-${'x'.repeat(40)}`);
  await announceChange(database.manager, { projection: 'jars', position: '1', streams });
  await until(() => heard.length === 1);
  expect(heard).toEqual([{ projection: 'jars', position: '1' }]);
});

test('after a broken connection it listens again, and says that anything may have changed', async () => {
  await database.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`);
  // When it breaks, for the next server may be another; and when it listens again.
  await until(() => heard.length === 2);
  expect(heard.map(({ projection }) => projection)).toEqual(['*', '*']);
  await announceChange(database.manager, { projection: 'jars', position: '2', streams: [] });
  await until(() => heard.length === 3);
});

test('what cannot be read stands for anything', async () => {
  await database.query(`select pg_notify('perspectief_read', 'no json')`);
  await until(() => heard.length === 1);
  expect(heard[0]?.projection).toBe('*');
});

test('closed during a break it stays closed', async () => {
  await database.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`);
  await feed.close();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await listeners()).toBe(0);
});

test('iterating ends with its signal', async () => {
  const ending = new AbortController();
  const all: Change[] = [];
  const iterating = (async () => {
    for await (const change of feed.changes(ending.signal)) all.push(change);
  })();
  await announceChange(database.manager, { projection: 'jars', position: '1', streams: [] });
  await until(() => all.length === 1);
  ending.abort();
  await iterating;
  expect(all).toHaveLength(1);
});
