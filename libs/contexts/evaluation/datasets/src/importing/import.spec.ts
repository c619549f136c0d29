import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'libsql';
import { Engine, importLog, verifyDataset, type CsvColumns, type Manifest } from '../index.js';
import { Folders } from '../testing/folders.js';

const folders = new Folders();
afterAll(() => folders.clear());

const about = { datasetId: 'imported', createdAt: '2025-01-01T00:00:00.000Z', code: { version: '0', commit: 'c', lockfile: 'l' } } as const;

const fileWith = async (name: string, text: string | Uint8Array): Promise<string> => {
  const path = join(await folders.next(), name);
  await writeFile(path, text);
  return path;
};

const imported = async (name: string, text: string | Uint8Array, columns?: CsvColumns) => {
  const folder = join(await folders.next(), 'data');
  const format = name.endsWith('.csv') ? 'csv' : 'xes';
  return { folder, result: await importLog({ ...about, path: await fileWith(name, text), format, columns }, folder) };
};

const sourceOf = (result: Awaited<ReturnType<typeof imported>>['result']): Extract<Manifest, { kind: 'outside-log' }>['source'] => {
  if ('refused' in result || result.kind !== 'outside-log') throw new Error('refused' in result ? result.refused.code : result.kind);
  return result.source;
};

/** Cases of a data set with their steps in order, as it says itself. */
const tracesOf = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const engine = await Engine.open({ folder: await folders.next() });
  const sql = `select case_id, string_agg(activity || ' ' || epoch_ms(happened_at), ' > ' order by case_order) from '${folder}/parquet/events.parquet' group by case_id order by case_id`;
  return Object.fromEntries(await engine.all<[string, string]>(sql).finally(() => engine.close()));
};

const csv = [
  'Case ID,Activity,Complete Timestamp,Resource,Cost',
  'k1,Register,2024-01-01T10:00:00+01:00,Ann,5',
  'k2,=cmd(),2024-01-01T09:30:00Z,Bob,',
  `k1,"Check, twice",2024-01-02 08:00:00,,-7`,
  "k2,'quoted,2024-01-03,Ann,x",
  'k1,Register,2024-01-01T10:00:00+01:00,Ann,5',
  'k3,Register,2024-01-05,Ann,5',
].join('\r\n');

describe('a CSV log', () => {
  test('keeps cases, events, variants, words and moments; times without an offset are UTC', async () => {
    const { folder, result } = await imported('log.csv', csv);
    expect(sourceOf(result)).toMatchObject({ format: 'csv', cases: 3, events: 6, variants: 3 });
    const [ten, eight, half, third, fifth] = ['2024-01-01T09:00:00Z', '2024-01-02T08:00:00Z', '2024-01-01T09:30:00Z', '2024-01-03T00:00:00Z', '2024-01-05T00:00:00Z'].map((time) => Date.parse(time));
    expect(await tracesOf(folder)).toEqual({
      k1: `Register ${ten} > Register ${ten} > Check, twice ${eight}`, k2: `=cmd() ${half} > 'quoted ${third}`, k3: `Register ${fifth}`,
    });
    expect((await verifyDataset(folder))?.whole).toBe(true);
  });

  test('guards cells that a spreadsheet would run, in CSV alone, and reads them back as they were', async () => {
    const { folder, result } = await imported('log.csv', csv);
    const text = await readFile(join(folder, 'csv', 'events.csv'), 'utf8');
    expect(text).toContain(`"'=cmd()"`);
    expect(text).toContain(`"''quoted"`);
    const digest = (path: string) => ('refused' in result ? undefined : result.files.find((file) => file.path === path)?.logicalSha256);
    expect(digest('csv/events.csv')).toBe(digest('parquet/events.parquet'));
    const again = await imported('again.csv', text);
    expect(await tracesOf(again.folder)).toMatchObject({ k3: (await tracesOf(folder))['k3'] });
  });

  test('goes into SQLite whatever its words are: names that differ in signs alone, names of the standard, and names that SQL knows', async () => {
    const text = 'case,activity,time,ocel_id,Select "x",lifecycle\n1,Object,2024-01-01,a,b,start\n1,ob-ject,2024-01-02,,,complete\n1,!!,2024-01-03,c,,\n1,map type,2024-01-04,,,\n';
    const { folder, result } = await imported('log.csv', text);
    expect(sourceOf(result)).toMatchObject({ events: 4 });
    const database = new Database(join(folder, 'ocel.sqlite'), { readonly: true });
    const maps = database.prepare('select ocel_type_map from event_map_type').all() as { ocel_type_map: string }[];
    expect(maps.map(({ ocel_type_map }) => (database.prepare(`select count(*) as n from "event_${ocel_type_map}"`).get() as { n: number }).n)).toEqual([1, 1, 1, 1]);
    expect(database.prepare('select count(*) as n from event_object').get()).toMatchObject({ n: 4 });
    database.close();
  });

  test('is cut by semicolons too, has other names and times for what they are in', async () => {
    const { folder, result } = await imported('log.csv', 'zaak;stap;moment\nz;a;01-07-2024 12:00\nz;b;02-01-2024 12:00\n', { case: 'zaak', activity: 'stap', time: 'moment', timeFormat: '%d-%m-%Y %H:%M', timeZone: 'Europe/Amsterdam' });
    expect(sourceOf(result)).toMatchObject({ cases: 1, events: 2 });
    expect(await tracesOf(folder)).toEqual({ z: `b ${Date.parse('2024-01-02T11:00:00Z')} > a ${Date.parse('2024-07-01T10:00:00Z')}` });
  });

  test.each([
    ['day first', '31-01-2024 09:30', '2024-01-31T09:30:00Z'], ['month first', '01/31/2024 9:30 PM', '2024-01-31T21:30:00Z'], ['a day alone', '31.1.2024', '2024-01-31T00:00:00Z'],
  ])('finds out how times are written where one usual notation fits all: %s', async (_, written, moment) => {
    const { folder, result } = await imported('log.csv', `case,activity,time\n1,a,${written}\n`);
    expect(sourceOf(result)).toMatchObject({ events: 1 });
    expect(await tracesOf(folder)).toEqual({ 1: `a ${Date.parse(moment)}` });
  });

  test('is read compressed too, and with the mark that Windows puts before it', async () => {
    const { folder, result } = await imported('log.csv', gzipSync(`\ufeff${csv}`));
    expect(sourceOf(result)).toMatchObject({ cases: 3, events: 6, variants: 3 });
    expect(await tracesOf(folder)).toHaveProperty('k3');
    expect((await imported('log.csv', gzipSync(csv).subarray(0, 60))).result).toMatchObject({ refused: { code: 'NOT_CSV' } });
  });

  test.each([
    ['without a case', 'activity,time\na,2024-01-01', 'NO_COLUMN', 'case'],
    ['with a time that nobody can read', 'case,activity,time,note\n1,a,2024-01-01,"two\nlines"\n1,b,soon,', 'BAD_TIME', '4'],
    ['with an event of no case', 'case,activity,time\n,a,2024-01-01', 'MISSING', '2'],
    ['with a row that is too long', 'case,activity,time\n1,a,2024-01-01\n1,b,2024-01-02,more\n', 'NOT_CSV', '3'],
    ['with days that may be months', 'case,activity,time\n1,a,03/04/2024\n1,b,05/06/2024\n', 'AMBIGUOUS_TIME', 'time'],
    ['with a head alone', 'case,activity,time\n', 'EMPTY', undefined],
  ])('%s is refused', async (_, text, code, field) => {
    expect((await imported('log.csv', text)).result).toEqual({ refused: { code, ...(field && { field }) } });
  });

  test.each([['timeZone', { timeZone: 'Mars/Olympus' }], ['timeFormat', { timeFormat: '%Q' }]])('in a %s that does not exist is refused', async (field, columns) => {
    expect((await imported('log.csv', 'case,activity,time\n1,a,2024-01-01', columns)).result).toEqual({ refused: { code: 'UNKNOWN_FORMAT', field } });
  });
});

const xes = (namespace: string): string => `<?xml version="1.0"?>
<!-- made by hand -->
<log xes.version="1.0"${namespace && ` xmlns="${namespace}"`}>
  <global scope="event"><string key="concept:name" value="__INVALID__"/></global>
  <string key="concept:name" value="some log"/>
  <trace><string key="concept:name" value="A &amp; B"/><int key="AMOUNT" value="20000"/>
    <event><string key="concept:name" value="start"><string key="deep" value="no"/></string><date key="time:timestamp" value="2024-03-01T10:00:00.500+01:00"/><string key="org:resource" value="112"/></event>
    <event><date key="time:timestamp" value="2024-03-01T09:00:00.000+01:00"/><string key="concept:name" value="end"/><boolean key="ok" value="true"/><list key="l"><values><string key="x" value="y"/></values></list></event>
  </trace>
  <trace><string key="concept:name" value="A &amp; B"/><event><string key="concept:name" value="start"/><date key="time:timestamp" value="2024-03-02T10:00:00Z"/></event></trace>
  <trace><string key="concept:name" value="empty"/></trace>
</log>`;

describe('an XES log', () => {
  test.each([['the standard’s namespace', 'http://www.xes-standard.org/'], ['it without the slash', 'http://www.xes-standard.org'], ['none', '']])('in %s keeps cases, order, words and moments', async (_, namespace) => {
    const { folder, result } = await imported('log.xes', xes(namespace));
    expect(sourceOf(result)).toMatchObject({ format: 'xes', cases: 3, events: 3, variants: 2 });
    expect(await tracesOf(folder)).toEqual({
      'A & B': `start ${Date.parse('2024-03-01T09:00:00.500Z')} > end ${Date.parse('2024-03-01T08:00:00Z')}`, 'A & B #2': `start ${Date.parse('2024-03-02T10:00:00Z')}`,
    });
  });

  test('comes out of our own XES the same', async () => {
    const first = await imported('log.xes', xes('http://www.xes-standard.org/'));
    const text = await readFile(join(first.folder, 'log.xes'), 'utf8');
    expect(text).toContain('<int key="AMOUNT" value="20000"/>');
    const again = await imported('again.xes', text);
    expect(await tracesOf(again.folder)).toEqual(await tracesOf(first.folder));
    expect(sourceOf(again.result)).toMatchObject({ cases: 3, events: 3, variants: 2 });
  });

  test('is read compressed too, and keeps what stands within attributes under the names that lead there', async () => {
    const { folder, result } = await imported('log.xes', gzipSync(xes('')));
    expect(sourceOf(result)).toMatchObject({ cases: 3, events: 3, variants: 2 });
    const text = await readFile(join(folder, 'log.xes'), 'utf8');
    expect(text).toContain('<string key="concept:name.deep" value="no"/>');
    expect(text).toContain('<string key="l.x" value="y"/>');
    expect((await imported('log.xes', gzipSync(xes('')).subarray(0, 100))).result).toMatchObject({ refused: { code: 'NOT_XES' } });
  });

  test.each([['MISSING', 'concept:name'], ['BAD_TIME', 'time:timestamp']])('says on which line an event is at fault: %s', async (code, key) => {
    expect((await imported('log.xes', xes('').replaceAll(`key="${key}"`, 'key="other"').replace('<string key="other" value="some log"/>', ''))).result).toEqual({ refused: { code, field: '7' } });
  });

  test.each([
    ['of another kind', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'NOT_XES'],
    ['cut short', xes('').slice(0, 300), 'NOT_XES'],
    ['in another namespace', '<log xmlns="urn:other"/>', 'NOT_XES'],
    ['with no events', '<log/>', 'EMPTY'],
    ['that asks for a file', '<!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/passwd">]><log><trace><string key="concept:name" value="&x;"/></trace></log>', 'NOT_XES'],
  ])('%s is refused', async (_, text, code) => expect((await imported('log.xes', text)).result).toMatchObject({ refused: { code } }));
});
