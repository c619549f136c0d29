import { spawnSync } from 'node:child_process';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import Database from 'libsql';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { cutStudy, Engine, StudyKey, tables, writeDataset, type TableName } from '../index.js';
import { Folders } from '../testing/folders.js';
import { ocelFaults, sqliteFaults, type OcelLog } from '../testing/ocel-rules.js';
import { ocelSchema } from '../testing/ocel-schema.js';
import { batches, card, lastPosition, logOf, town } from '../testing/town.js';
import { xesSchema } from '../testing/xes-schema.js';

const folders = new Folders();
let folder: string;
let ocel: OcelLog;
let xes: string;

beforeAll(async () => {
  const log = logOf(town(40));
  const engine = await Engine.open({ folder: await folders.next() });
  const at = { position: lastPosition(log), cohortPosition: lastPosition(log) };
  const cut = await cutStudy(engine, batches(log), { card, key: new StudyKey(new Uint8Array(32).fill(7)), ...at });
  if ('refused' in cut) throw new Error(cut.refused.code);
  folder = join(await folders.next(), 'data');
  const source = { format: 'csv', sha256: '0'.repeat(64), cases: 0, events: 0, variants: 0 } as const;
  const origin = { kind: 'outside-log', datasetId: 'dataset', createdAt: '', code: { version: '', commit: '', lockfile: '' }, caseNotion: 'trajectory', source } as const;
  await writeDataset(engine, { origin, caseType: 'trajectory', name: 'study', papers: {} }, folder).finally(() => engine.close());
  ocel = JSON.parse(await readFile(join(folder, 'ocel.json'), 'utf8')) as OcelLog;
  xes = await readFile(join(folder, 'log.xes'), 'utf8');
});
afterAll(() => folders.clear());

describe('OCEL in JSON', () => {
  const ajv = new Ajv({ strict: false });
  formats.default(ajv);
  const fits = ajv.compile(ocelSchema);

  test('fits the schema, and what it refers to is there and declared', () => {
    fits(ocel);
    expect(fits.errors).toBeNull();
    expect(ocelFaults(ocel)).toEqual([]);
    expect(ocel.objectTypes.map(({ name }) => name)).toEqual(expect.arrayContaining(['household', 'trajectory', 'debt', 'application', 'goal', 'tandem']));
    expect(ocel.events.length).toBeGreaterThan(200);
  });

  const first = (of: 'events' | 'objects', change: (one: Record<string, unknown>) => object) => (log: OcelLog) =>
    ({ ...log, [of]: log[of].map((one, i) => (i === 0 ? change({ ...one }) : one)) });
  test.each<[string, (log: OcelLog) => unknown]>([
    ['a time is missing', first('events', ({ time: _, ...rest }) => rest)],
    ['a time is none', first('events', (one) => ({ ...one, time: 'yesterday' }))],
    ['a value is a number', first('events', (one) => ({ ...one, attributes: [{ name: 'role', value: 5 }] }))],
    ['a value of an object has no time', first('objects', (one) => ({ ...one, attributes: [{ name: 'arm', value: 'a' }] }))],
    ['a relation has no qualifier', first('events', (one) => ({ ...one, relationships: [{ objectId: 'x' }] }))],
    ['types of objects are missing', ({ objectTypes: _, ...rest }) => rest],
  ])('does not fit where %s', (_, mutated) => expect(fits(mutated(ocel))).toBe(false));

  test.each<[string, (log: OcelLog) => unknown]>([
    ['a type that is not declared', first('events', (one) => ({ ...one, type: 'Other' }))],
    ['an attribute that is not declared', first('events', (one) => ({ ...one, attributes: [{ name: 'other', value: 'x' }] }))],
    ['an object that is not there', first('events', (one) => ({ ...one, relationships: [{ objectId: 'nowhere', qualifier: 'of' }] }))],
    ['an object twice', (log) => ({ ...log, objects: [...log.objects, log.objects[0]] })],
  ])('%s is found', (_, mutated) => expect(ocelFaults(mutated(ocel) as OcelLog)).not.toEqual([]));
});

describe('OCEL in SQLite', () => {
  test('keeps every constraint, and says as much as the JSON', () => {
    const path = join(folder, 'ocel.sqlite');
    expect(sqliteFaults(path)).toEqual([]);
    const database = new Database(path, { readonly: true });
    const count = (table: string): number => (database.prepare(`select count(*) as n from "${table}"`).get() as { n: number }).n;
    expect([count('event'), count('object')]).toEqual([ocel.events.length, ocel.objects.length]);
    expect(count('event_object')).toBe(ocel.events.reduce((sum, { relationships = [] }) => sum + relationships.length, 0));
    const [debt] = database.prepare('select * from event_DebtRegistered limit 1').all() as Record<string, unknown>[];
    expect(debt).toMatchObject({ claim: 120_000, rank: 'concurrent', role: 'neighbourhood-coach', ocel_time: expect.stringMatching(/^\d{4}-\d\d-\d\d 00:00:00\.000$/) as string });
    expect(database.prepare('select distinct reached from event_ContactLogged').all()).toEqual([{ reached: 1 }]);
    database.close();
  });

  test.each([
    ['an event that is in no table of its type', `delete from event_GoalSet where ocel_id = (select min(ocel_id) from event_GoalSet)`],
    ['an event of a type that is not declared', `update event set ocel_type = 'Other' where ocel_id = (select min(ocel_id) from event)`],
    ['a time that is missing', `create table t as select * from event_GoalSet; drop table event_GoalSet; alter table t rename to event_GoalSet; update event_GoalSet set ocel_time = null`],
    ['a time in another notation', `update event_GoalSet set ocel_time = '08/01/2024'`],
    ['a relation to an object that is not there', `insert into event_object select ocel_id, 'nowhere', 'of' from event limit 1`],
    ['a relation of objects that leads nowhere', `insert into object_object select ocel_id, 'nowhere', 'of' from object limit 1`],
    ['an object twice in the table of its type', `insert into object_goal select * from object_goal limit 1`],
    ['a table of a type that is missing', 'drop table event_GoalSet'],
    ['a table of the standard that is missing', 'drop table object_object'],
  ])('%s is found', async (_, sql) => {
    const path = join(await folders.next(), 'mutated.sqlite');
    await copyFile(join(folder, 'ocel.sqlite'), path);
    const { chmodSync } = await import('node:fs');
    chmodSync(path, 0o644);
    const database = new Database(path);
    database.exec(`pragma foreign_keys = off; ${sql};`);
    database.close();
    expect(sqliteFaults(path)).not.toEqual([]);
  });
});

describe('XES', () => {
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(xesSchema));
  afterAll(() => validator.dispose());
  const faultIn = (text: string): string | undefined => {
    const document = XmlDocument.fromString(text);
    try {
      validator.validate(document);
      return undefined;
    } catch (error) {
      return String(error);
    } finally {
      document.dispose();
    }
  };

  test('fits the schema', () => expect(faultIn(xes)).toBeUndefined());

  test.each<[string, (text: string) => string]>([
    ['a value is missing', (text) => text.replace(/(<date key="time:timestamp") value="[^"]*"/, '$1')],
    ['a key has a blank', (text) => text.replace('key="org:role"', 'key="org role"')],
    ['a time is none', (text) => text.replace(/(<event>.*?time:timestamp" value=")[^"]*/, '$1soon')],
    ['a number is none', (text) => text.replace(/<int key="claim" value="\d+"/, '<int key="claim" value="much"')],
    ['the version is no number', (text) => text.replace('"1849.2016"', '"1849-2016"')],
    ['an element is unknown', (text) => text.replace('<trace>', '<trace><money key="x" value="1"/>')],
    ['declarations stand after traces', (text) => text.replace(/(<classifier [^>]*>)([\s\S]*)<\/log>/, '$2$1</log>')],
  ])('does not fit where %s', (_, mutate) => {
    const mutated = mutate(xes);
    expect(mutated).not.toBe(xes);
    expect(faultIn(mutated)).toBeDefined();
  });
});

describe('the scripts of the how-to', () => {
  const script = (name: string): Promise<string> => readFile(join(import.meta.dirname, '../../../../../../docs/how-to/evaluation', name), 'utf8');
  const columnsOf = (table: string): readonly string[] => tables[table as TableName].columns.map(({ name }) => name);
  const words = (list: string): readonly string[] => [...list.matchAll(/"(\w+)"/g)].map(([, word]) => word as string);

  test.each([['study.R', /(\w+) = c\(([^)]*)\)/g], ['study.py', /"(\w+)": \[([^\]]*)\]/g]])('%s uses columns that are there, and no other', async (name, lists) => {
    const text = await script(name);
    const needs = [...text.matchAll(lists)].map(([, table, list]) => [table as string, words(list as string)] as const);
    expect(needs.map(([table]) => table)).toEqual(['spells', 'events']);
    for (const [table, columns] of needs) expect(columnsOf(table)).toEqual(expect.arrayContaining([...columns]));
    const declared = new Set(needs.flatMap(([, columns]) => columns));
    const used = [...text.matchAll(/(?:\w\$(\w+)|\w\["(\w+)"\]|_id = "(\w+)"|timestamp = "(\w+)"|by\("(\w+)"\)|Surv\(([^)]*)\))/g)]
      .flatMap(([, ...found]) => found.flatMap((one) => (one === undefined ? [] : [...one.matchAll(/[a-z_]+/g)].map(String))));
    expect(used.length).toBeGreaterThan(8);
    expect(used.filter((column) => !declared.has(column))).toEqual([]);
  });

  const hasR = spawnSync('Rscript', ['-e', 'library(survival)'], { stdio: 'ignore' }).status === 0;
  if (hasR) test('study.R runs over a data set, and counts what is in it', () => {
    const path = join(import.meta.dirname, '../../../../../../docs/how-to/evaluation/study.R');
    const { stdout, stderr, status } = spawnSync('Rscript', [path, folder], { encoding: 'utf8' });
    expect([status, stderr.includes('Error')]).toEqual([0, false]);
    expect(stdout).toMatch(/arm=tandem +\d+ +\d+/);
    expect(stdout).toMatch(/Chisq= [\d.]+ +on 1 degrees of freedom, p=/);
    const counted = /(\d+) cases, (\d+) events, \d+ variants/.exec(stdout);
    const cases = ocel.objects.filter(({ type }) => type === 'trajectory').length;
    expect(counted?.slice(1).map(Number)).toEqual([cases, ocel.events.length]);
  });
});
