import { DataSource } from 'typeorm';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { codecOf, everything, WHOLE } from '@perspectief/runtime';
import { householdEvents } from '@perspectief/household-domain';
import { Households } from '../households.js';
import { householdReadEntities } from '../schema/entities.js';
import { householdReadMigrations } from '../schema/migrations.js';
import { erased, familyHistory, idOf } from '../testing/facts.js';
import { householdProjection } from './household-projection.js';

const histories = [familyHistory('one'), erased('two'), familyHistory('three').slice(0, 6)];
const events = Array.from({ length: 12 }, (_, turn) => histories.flatMap((history) => history[turn] ?? [])).flat();
const projection = householdProjection();

let throwAway: ThrowAwayDatabase;
let database: DataSource;
let expected: string;

const rows = async (): Promise<string> => {
  const [row] = (await database.query(`select string_agg(t::text, E'\n' order by household_id) as rows from read.households t`)) as { rows: string }[];
  return row?.rows ?? '';
};

const applied = async (size: number): Promise<string> => {
  for (let from = 0; from < events.length; from += size)
    await database.transaction((manager) => projection.apply(events.slice(from, from + size), manager, WHOLE));
  return rows();
};

beforeAll(async () => {
  throwAway = await throwAwayDatabase();
  database = await new DataSource({ type: 'postgres', url: throwAway.url, entities: householdReadEntities, migrations: householdReadMigrations }).initialize();
  await database.runMigrations();
  expected = await applied(1);
});
afterAll(async () => {
  await database.destroy();
  await throwAway.drop();
});

test('trap 6: a batch that is applied twice leaves the same rows', async () => {
  expect(await applied(events.length)).toBe(expected);
});

test.each(Array.from({ length: 12 }, (_, index) => index + 2))('trap 6: split into batches of %i, the rows are the same', async (size) => {
  await database.query('truncate read.households');
  expect(await applied(size)).toBe(expected);
});

test('who was erased leaves no name in the table', () => {
  expect(expected).toContain('Gezin Jansen');
  expect(expected.split('\n').find((row) => row.includes(idOf('two')))).not.toMatch(/Jansen|Anna|Straat/);
});

const households = (): Households =>
  new Households({ database, codec: codecOf(householdEvents), store: { readStream: async (stream) => events.filter((event) => event.stream === stream) } });

test('of now a household comes from its row, of another day from the log', async () => {
  const id = idOf('one');
  expect(await households().household(id, { today: '2025-06-01' })).toMatchObject({ area: 'selwerd', members: [{ name: 'Anna', present: true }, { present: false }] });
  expect(await households().household(id, { asOf: '2024-01-08' })).toMatchObject({ area: 'beijum' });
  expect(await households().household(idOf('nobody'))).toBeUndefined();
});

test('the list pages by id, filters by area, and leaves out who was erased', async () => {
  const all = await households().page({ within: everything, first: 10 });
  expect(all.items.map(({ id }) => id)).toEqual([idOf('one'), idOf('three')].sort());
  const [first] = (await households().page({ within: everything, first: 1 })).items;
  expect(await households().page({ within: everything, first: 1, cursor: first?.id })).toMatchObject({ hasNext: false, total: 2, items: [{ id: all.items[1]?.id }] });
  expect(await households().page({ within: everything, first: 10, areas: ['selwerd'] })).toMatchObject({ total: 1, items: [{ id: idOf('one') }] });
});
