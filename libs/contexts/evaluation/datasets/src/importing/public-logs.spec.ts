import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { Engine, importLog, verifyDataset } from '../index.js';
import { Folders } from '../testing/folders.js';
import { ocelFaults, sqliteFaults, type OcelLog } from '../testing/ocel-rules.js';
import { ocelSchema } from '../testing/ocel-schema.js';
import { xesSchema } from '../testing/xes-schema.js';

const folders = new Folders();
const xsd = XsdValidator.fromDoc(XmlDocument.fromString(xesSchema));
const ajv = new Ajv({ strict: false });
formats.default(ajv);
const fitsOcel = ajv.compile(ocelSchema);
afterAll(() => {
  xsd.dispose();
  return folders.clear();
});

const about = { datasetId: 'imported', createdAt: '2025-01-01T00:00:00.000Z', code: { version: '0', commit: 'c', lockfile: 'l' } } as const;

const imported = async (name: string, text: string | Uint8Array) => {
  const [path, folder] = [join(await folders.next(), name), join(await folders.next(), 'data')];
  await writeFile(path, text);
  return { folder, result: await importLog({ ...about, path, format: /\.csv/.test(name) ? 'csv' : 'xes' }, folder) };
};

/** Cases with their steps in order: activity and moment. */
const tracesOf = async (folder: string): Promise<Readonly<Record<string, readonly string[]>>> => {
  const engine = await Engine.open({ folder: await folders.next() });
  const sql = `select case_id, string_agg(activity || ' ' || epoch_ms(happened_at), chr(10) order by case_order) from '${folder}/parquet/events.parquet' group by case_id order by case_id`;
  const rows = await engine.all<[string, string]>(sql).finally(() => engine.close());
  return Object.fromEntries(rows.map(([id, steps]) => [id, steps.split('\n')]));
};

/** What every validator says of what was written. */
const messagesOf = async (folder: string): Promise<readonly unknown[]> => {
  const ocel = JSON.parse(await readFile(join(folder, 'ocel.json'), 'utf8')) as OcelLog;
  const document = XmlDocument.fromString(await readFile(join(folder, 'log.xes'), 'utf8'));
  const said: unknown[] = [];
  try {
    xsd.validate(document);
  } catch (error) {
    said.push(String(error));
  } finally {
    document.dispose();
  }
  fitsOcel(ocel);
  return [...said, ...(fitsOcel.errors ?? []), ...ocelFaults(ocel), ...sqliteFaults(join(folder, 'ocel.sqlite')), ...((await verifyDataset(folder))?.whole ? [] : ['not whole'])];
};

const at = (time: string): number => Date.parse(time);

/** In, out in every format, in again from XES and from CSV: the same cases, events and variants, and no validator has a word to say. */
const expectKept = async (name: string, text: string | Uint8Array, expected: Readonly<Record<string, readonly string[]>>, counts: { readonly cases: number; readonly variants: number }): Promise<void> => {
  const first = await imported(name, text);
  if ('refused' in first.result) throw new Error(`${first.result.refused.code} ${first.result.refused.field}`);
  const events = Object.values(expected).flat().length;
  expect(first.result).toMatchObject({ source: { ...counts, events } });
  expect(await tracesOf(first.folder)).toEqual(expected);
  expect(await messagesOf(first.folder)).toEqual([]);
  const again = await imported('again.xes', await readFile(join(first.folder, 'log.xes')));
  expect(again.result).toMatchObject({ source: { ...counts, events } });
  expect(await tracesOf(again.folder)).toEqual(expected);
};

const attribute = (type: string, key: string, value: string, inside = ''): string => (inside ? `<${type} key="${key}" value="${value}">${inside}</${type}>` : `<${type} key="${key}" value="${value}"/>`);
const event = (name: string, time: string, more = ''): string => `<event>${more}${attribute('string', 'concept:name', name)}${attribute('date', 'time:timestamp', time)}</event>`;
const trace = (name: string, ...inside: readonly string[]): string => `<trace>${attribute('string', 'concept:name', name)}${inside.join('')}</trace>`;
const log = (inside: string, head = '<log xes.version="1.0" xes.features="nested-attributes" openxes.version="1.0RC7" xmlns="http://www.xes-standard.org/">', prolog = '<?xml version="1.0" encoding="UTF-8" ?>'): string =>
  `${prolog}\n<!-- OpenXES -->\n${head}\n${inside}\n</log>`;
const extensions = `<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/><extension name="Own" prefix="own" uri="urn:nowhere"/>
<global scope="trace">${attribute('string', 'concept:name', '__INVALID__')}</global><global scope="event">${attribute('string', 'concept:name', '__INVALID__')}${attribute('string', 'lifecycle:transition', 'complete')}</global>
<classifier name="Activity classifier" keys="concept:name lifecycle:transition"/><classifier name="(Event Name AND Resource)" keys="'concept:name' org:resource"/>`;
const loan = log(`${extensions}${attribute('date', 'REG_DATE', '2011-10-01T00:38:44.546+02:00')}
  ${trace('173688', attribute('date', 'REG_DATE', '2011-10-01T00:38:44.546+02:00'), attribute('string', 'AMOUNT_REQ', '20000'),
    event('A_SUBMITTED', '2011-10-01T00:38:44.546+02:00', attribute('string', 'org:resource', '112') + attribute('string', 'lifecycle:transition', 'COMPLETE')),
    event('W_Completeren aanvraag', '2011-10-01T11:36:46.437+02:00', attribute('string', 'lifecycle:transition', 'SCHEDULE')),
    event('W_Completeren aanvraag', '2011-10-01T11:45:11.554+02:00', attribute('string', 'lifecycle:transition', 'START') + attribute('string', 'own:thing', 'x')))}
  ${trace('173691', event('A_SUBMITTED', '2011-10-01T08:08:58.256+02:00'))}
  ${trace('empty one')}`);
const fines = log(trace('A1', event('Create Fine', '2006-07-24T00:00:00+02:00', attribute('float', 'amount', '35.0') + attribute('string', 'vehicleClass', 'A') + attribute('int', 'article', '157')),
  event('Send Fine', '2006-12-05T00:00:00+01:00', attribute('float', 'expense', '11.0') + attribute('float', 'odd', 'NaN')))
  + trace('A10', event('Create Fine', '2007-03-09T00:00:00+01:00'), event('Payment', '2007-03-09T00:00:00+01:00'), event('Payment', '2007-03-09T00:00:00+01:00')));
const sepsis = log(trace('XJ', event('ER Registration', '2014-12-22T11:15:41.000+01:00', attribute('boolean', 'InfectionSuspected', 'true') + attribute('boolean', 'Oligurie', 'false') + attribute('int', 'Age', '85') + attribute('string', 'org:group', 'A')),
  event('Leucocytes', '2014-12-22T11:27:00.000+01:00', attribute('float', 'Leucocytes', '9.6')), event('IV Antibiotics', '2014-12-22T11:27:00.000+01:00')), '<log xmlns="http://www.xes-standard.org">');
const loanAt = ['2011-09-30T22:38:44.546Z', '2011-10-01T09:36:46.437Z', '2011-10-01T09:45:11.554Z', '2011-10-01T06:08:58.256Z'].map(at);

describe('logs in the shapes of public ones are kept, case by case', () => {
  test('loan applications with a lifecycle, an extension that nobody knows, and a case in which nothing happened', () => expectKept('loan.xes', loan, {
    173688: [`A_SUBMITTED ${loanAt[0]}`, `W_Completeren aanvraag ${loanAt[1]}`, `W_Completeren aanvraag ${loanAt[2]}`], 173691: [`A_SUBMITTED ${loanAt[3]}`],
  }, { cases: 3, variants: 2 }));

  test('fines: amounts, days, ties, and a number that is none', () => expectKept('fines.xes.gz', gzipSync(fines), {
    A1: [`Create Fine ${at('2006-07-23T22:00:00Z')}`, `Send Fine ${at('2006-12-04T23:00:00Z')}`], A10: ['Create Fine', 'Payment', 'Payment'].map((name) => `${name} ${at('2007-03-08T23:00:00Z')}`),
  }, { cases: 2, variants: 2 }));

  test('a hospital: flags and measurements, in the namespace without its slash', () => expectKept('sepsis.xes', sepsis, {
    XJ: [`ER Registration ${at('2014-12-22T10:15:41Z')}`, `Leucocytes ${at('2014-12-22T10:27:00Z')}`, `IV Antibiotics ${at('2014-12-22T10:27:00Z')}`],
  }, { cases: 1, variants: 1 }));

  test('a prefix of its own, a mark before it, words in single quotes, CDATA, keys with blanks and signs, one key twice, lists in lists, and a very long text', () => {
    const odd = '\ufeff' + `<?xml version='1.0'?><x:log xmlns:x='http://www.xes-standard.org/'><x:trace><x:string key='concept:name' value='käs "1" &lt;é&gt;'/><x:string key='Group 15' value='&#9;tab'/><x:string key='9 (odd)' value='y'/>
      <x:event><x:date key='time:timestamp' value='2020-02-29T23:59:59'/><x:string key='concept:name' value="it's 😀"/><x:string key='a' value='1'/><x:string key='a' value='2'/>
      <x:list key='l'><x:values><x:list key='m'><x:values><x:int key='n' value='1'/><x:int key='n' value='99999999999999999999'/></x:values></x:list></x:values></x:list><x:string key='long' value='${'x'.repeat(3_000_000)}'/></x:event></x:trace></x:log>`;
    return expectKept('odd.xes', odd, { 'käs "1" <é>': [`it's 😀 ${at('2020-02-29T23:59:59Z')}`] }, { cases: 1, variants: 1 });
  });

  test('names that come twice, and names that look like ours', () => expectKept('names.xes', log(trace('A', event('x', '2020-01-01T00:00:00Z')) + trace('A', event('y', '2020-01-01T00:00:00Z')) + trace('A #2', event('z', '2020-01-01T00:00:00Z'))
    + `<trace>${event('u', '2020-01-01T00:00:00Z')}</trace>` + trace('case 4', event('v', '2020-01-01T00:00:00Z'))), {
    A: [`x ${at('2020-01-01')}`], 'A #2': [`y ${at('2020-01-01')}`], 'A #2 #2': [`z ${at('2020-01-01')}`], 'case 4': [`u ${at('2020-01-01')}`], 'case 4 #2': [`v ${at('2020-01-01')}`],
  }, { cases: 5, variants: 5 }));

  test('a log in Latin letters of one byte, which says so', () => expectKept('latin.xes', Buffer.from(log(trace('één', event('geëindigd', '2020-01-01T00:00:00Z')), '<log>', '<?xml version="1.0" encoding="ISO-8859-1"?>'), 'latin1'), {
    één: [`geëindigd ${at('2020-01-01')}`],
  }, { cases: 1, variants: 1 }));
});

const tables: readonly (readonly [tool: string, text: string])[] = [
  ['Disco', 'Case ID,Activity,Resource,Start Timestamp,Complete Timestamp,Variant,Variant index\n1,a,R,2011/10/01 00:30:00.000,2011/10/01 00:38:44.546,Variant 1,1\n1,b,,2011/10/02 00:30:00.000,2011/10/02 01:00:00.000,Variant 1,1\n'],
  ['ProM', 'case,event,startTime,completeTime,org:resource\n1,a,2011/10/01 00:38:44.546,2011/10/01 00:38:44.546,R\n1,b,2011/10/02 01:00:00.000,2011/10/02 01:00:00.000,R\n'],
  ['Celonis', '"_CASE_KEY";"ACTIVITY_EN";"EVENTTIME";"_SORTING"\r\n"1";"a";"2011-10-01 00:38:44.546";"1"\r\n"1";"b";"2011-10-02 01:00:00";"2"\r\n'],
  ['PM4Py', ',case:concept:name,concept:name,time:timestamp,lifecycle:transition\n0,1,a,2011-10-01 02:38:44.546000+02:00,complete\n1,1,b,2011-10-02 03:00:00+02:00,complete\n'],
  ['bupaR', '"","case_id","activity_id","activity_instance_id","lifecycle_id","timestamp","resource_id"\n"1","1","a","1","complete",2011-10-01T00:38:44.546Z,"R"\n"2","1","b","2","complete",2011-10-02T01:00:00Z,NA\n'],
  ['a Dutch spreadsheet', '\ufeffZaaknummer;Activiteit;Datum;Medewerker;Medewerker\r\n1;a;1-10-2011 00:38:44,546;Jan;Piet\r\n1;b;2-10-2011 01:00:00,000;;\r\n1;b;13-10-2011 01:00:00,000;;\r\n'],
];

describe('tables as tools write them', () => {
  test.each(tables)('%s: columns, signs and times are found out', async (name, text) => {
    const more = name === 'a Dutch spreadsheet' ? [`b ${at('2011-10-13T01:00:00Z')}`] : [];
    await expectKept('log.csv', text, { 1: [`a ${at('2011-10-01T00:38:44.546Z')}`, `b ${at('2011-10-02T01:00:00Z')}`, ...more] }, { cases: 1, variants: 1 });
  });

  test('line feeds, quotes and signs within cells, lines that are blank at the end, and a very long cell', async () => {
    const text = `case,activity,time,note\r\n"1","a ""b"", c",2020-01-01,"two\r\nlines"\r\n"1","-d;e",2020-01-02,"${'y'.repeat(3_000_000)}"\r\n\r\n`;
    await expectKept('log.csv', text, { 1: [`a "b", c ${at('2020-01-01')}`, `-d;e ${at('2020-01-02')}`] }, { cases: 1, variants: 1 });
  });
});

describe('what is broken is refused, with its line', () => {
  test.each([
    ['a time that is missing', log(`\n${trace('1', `\n${event('a', '2020-01-01T00:00:00Z')}\n<event>${attribute('string', 'concept:name', 'b')}</event>`)}`), 'BAD_TIME', '7'],
    ['a tag that is not closed', log(`\n<trace>\n${event('a', '2020-01-01T00:00:00Z').slice(0, -8)}\n</trace>`), 'NOT_XES', '7'],
    ['a sign that XML does not know', log(`\n${trace('\u0001')}`), 'NOT_XES', '5'],
  ])('XES: %s', async (_, text, code, field) => expect((await imported('log.xes', text)).result).toEqual({ refused: { code, field } }));

  test('XES: bytes that are no text', async () => {
    const text = Buffer.concat([Buffer.from('<log>\n'), Buffer.from(trace('\u00e9'), 'latin1'), Buffer.from('</log>')]);
    expect((await imported('log.xes', text)).result).toEqual({ refused: { code: 'NOT_XES', field: '2' } });
  });

  test.each([
    ['a row that is short', 'case,activity,time\n1,a,2020-01-01\n1,b\n', 'NOT_CSV', '3'],
    ['a quote that is not closed', 'case,activity,time\n1,a,2020-01-01\n1,"b,2020-01-01\n', 'NOT_CSV', '3'],
    ['bytes that are no text', Buffer.from('case,activity,time\n1,a,2020-01-01\n1,ge\u00ebindigd,2020-01-01\n', 'latin1'), 'NOT_CSV', '3'],
    ['a day that does not exist', 'case,activity,time\n1,a,2020-01-01\n1,b,2020-02-30\n', 'BAD_TIME', '3'],
  ])('CSV: %s', async (_, text, code, field) => expect((await imported('log.csv', text)).result).toEqual({ refused: { code, field } }));
});
