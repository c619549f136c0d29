import { refuse, type Refusal } from '@perspectief/kernel';
import { quotedName, quotedText } from '../tables/column.js';
import { longLines, type Engine } from '../tables/engine.js';
import { delimiterIn, namesIn } from './csv-head.js';
import { LogWriter } from './log-writer.js';
import { lineOfOpenQuote } from './open-quote.js';
import { firstLine, isGzip } from './outside-file.js';
import { sniffedFormat } from './time-format.js';
import type { ImportRefusal } from './refusals.js';

/** Names of columns; without them, the usual ones are looked for. */
export interface CsvColumns {
  readonly case?: string | undefined;
  readonly activity?: string | undefined;
  readonly time?: string | undefined;
  readonly resource?: string | undefined;
  readonly lifecycle?: string | undefined;
  readonly delimiter?: string | undefined;
  /** As in `%d-%m-%Y %H:%M`; without it ISO 8601 and its relatives, year first, or the one usual notation that fits every row. */
  readonly timeFormat?: string | undefined;
  /** Where times without an offset are meant; default UTC. */
  readonly timeZone?: string | undefined;
}

const usual = {
  case: ['case:concept:name', 'case_id', 'case id', 'caseid', 'case', 'case_concept_name', '_case_key', 'case_key', 'case key', 'zaaknummer', 'zaak_id', 'zaak id', 'zaak-id', 'zaak', 'dossiernummer'],
  activity: ['concept:name', 'activity', 'activity_id', 'activity_en', 'activity name', 'activity_name', 'task', 'event', 'event name', 'concept_name', 'activiteit', 'gebeurtenis', 'stap'],
  time: [
    'time:timestamp', 'timestamp', 'time', 'complete timestamp', 'complete_time', 'completetime', 'eventtime', 'event_time', 'event time', 'end timestamp', 'end_time', 'endtime', 'end time',
    'datetime', 'date', 'happened_at', 'time_timestamp', 'start timestamp', 'start_time', 'starttime', 'start time', 'tijdstip', 'datumtijd', 'datum en tijd', 'moment', 'datum',
  ],
  resource: ['org:resource', 'resource', 'resource_id', 'org_resource', 'user', 'user_name', 'medewerker', 'behandelaar'],
  lifecycle: ['lifecycle:transition', 'lifecycle', 'lifecycle_id', 'transition'],
} as const;
type Role = keyof typeof usual;

const roleOf = (names: readonly string[], wanted: CsvColumns, role: Role): string | undefined => {
  const asked = wanted[role];
  const candidates: readonly string[] = asked === undefined ? usual[role] : [asked.toLowerCase()];
  return candidates.map((candidate) => names.find((name) => name.trim().toLowerCase() === candidate)).find((name) => name !== undefined);
};

interface Unreadable {
  /** Line in the file, where it is known. */
  readonly line: string | undefined;
}

/** Nothing is guessed of the rows: whatever does not fit the head is at fault, and is not passed over. */
const load = async (engine: Engine, path: string, asked: string | undefined): Promise<readonly string[] | Unreadable> => {
  try {
    const head = await firstLine(path);
    const delimiter = asked ?? delimiterIn(head);
    const names = namesIn(head, delimiter);
    const columns = names.map((name) => `${quotedText(name)}: 'VARCHAR'`).join(', ');
    const line = await lineOfOpenQuote(path, delimiter);
    if (line !== undefined) return { line };
    const compression = (await isGzip(path)) ? 'gzip' : 'none';
    await engine.run(`create table raw as select row_number() over () as "row number", * from read_csv(${quotedText(path)}, columns = {${columns}}, auto_detect = false,
      header = true, delim = ${quotedText(delimiter)}, quote = '"', escape = '"', nullstr = '', parallel = false, strict_mode = true, ${longLines}, compression = ${quotedText(compression)})`);
    return names;
  } catch (error) {
    return { line: /CSV Error on Line: (\d+)/.exec(String(error))?.[1] };
  }
};

/** The line on which a row begins: after the head, and after every line feed within the cells before it. */
const lineOf = async (engine: Engine, row: bigint, names: readonly string[]): Promise<string> => {
  const within = names.map((name) => `coalesce(length(${quotedName(name)}) - length(replace(${quotedName(name)}, chr(10), '')), 0)`).join(' + ');
  const [before] = await engine.all<[bigint | null]>(`select sum(${within})::bigint from raw where "row number" < ${row}`);
  return String(Number(row) + 1 + Number(before?.[0] ?? 0));
};

const momentOf = (column: string, { timeFormat, timeZone = 'UTC' }: CsvColumns): string => {
  const name = quotedName(column);
  const zone = quotedText(timeZone);
  if (timeFormat === undefined) return `epoch_ms(try_cast(trim(${name}) as timestamptz))`;
  const parsed = `try_strptime(trim(${name}), ${quotedText(timeFormat)})`;
  // With an offset in the format it is a moment already; else it is civil time somewhere.
  return /%z/.test(timeFormat) ? `epoch_ms(${parsed}::timestamptz)` : `epoch_ms(timezone(${zone}, ${parsed}))`;
};

/** The moments of all rows; the name of what was asked for and does not exist, a zone or a format. */
const moments = async (engine: Engine, column: string, wanted: CsvColumns): Promise<'timeZone' | 'timeFormat' | undefined> => {
  try {
    await engine.run(`set TimeZone = ${quotedText(wanted.timeZone ?? 'UTC')}`);
  } catch {
    return 'timeZone';
  }
  try {
    await engine.run(`create table moments as select "row number", ${momentOf(column, wanted)} as ms from raw`);
    return undefined;
  } catch (error) {
    if (wanted.timeFormat === undefined) throw error;
    return 'timeFormat';
  } finally {
    await engine.run(`set TimeZone = 'UTC'`);
  }
};

interface Found {
  readonly case: string;
  readonly activity: string;
  readonly time: string;
  readonly resource: string | undefined;
  readonly lifecycle: string | undefined;
}

const columnsIn = (names: readonly string[], wanted: CsvColumns): Found | Refusal<ImportRefusal> => {
  const found = Object.fromEntries((Object.keys(usual) as Role[]).map((role) => [role, roleOf(names, wanted, role)])) as Readonly<Record<Role, string | undefined>>;
  const absent = (Object.keys(usual) as Role[]).find((role) => found[role] === undefined && (role === 'case' || role === 'activity' || role === 'time' || wanted[role] !== undefined));
  return absent === undefined ? (found as Found) : refuse('NO_COLUMN', { field: absent }).refused;
};

/** Reads a CSV event log into the tables. Events of a case stand by time; those of the same moment as in the file. */
export const readCsvLog = async (engine: Engine, path: string, wanted: CsvColumns = {}): Promise<{ readonly refused: Refusal<ImportRefusal> } | undefined> => {
  const names = await load(engine, path, wanted.delimiter);
  if ('line' in names) return refuse('NOT_CSV', names.line === undefined ? {} : { field: names.line });
  const found = columnsIn(names, wanted);
  if ('code' in found) return { refused: found };
  const sniffed = wanted.timeFormat === undefined ? await sniffedFormat(engine, found.time) : undefined;
  if (sniffed === 'ambiguous') return refuse('AMBIGUOUS_TIME', { field: found.time });
  const unknown = await moments(engine, found.time, { ...wanted, timeFormat: wanted.timeFormat ?? sniffed });
  if (unknown) return refuse('UNKNOWN_FORMAT', { field: unknown });
  const roles = new Set([found.case, found.activity, found.time, found.resource, found.lifecycle]);
  const others = names.filter((name) => !roles.has(name));
  const [caseColumn, activity] = [found.case, found.activity].map(quotedName) as [string, string];
  const [hole] = await engine.all<[bigint]>(`select min("row number") from raw where ${caseColumn} is null or ${activity} is null having count(*) > 0`);
  if (hole) return refuse('MISSING', { field: await lineOf(engine, hole[0], names) });
  const [bad] = await engine.all<[bigint]>('select min("row number") from moments where ms is null or ms not between -62135596800000 and 253402300799999 having count(*) > 0');
  if (bad) return refuse('BAD_TIME', { field: await lineOf(engine, bad[0], names) });
  const optional = (name: string | undefined): string => (name === undefined ? 'null' : quotedName(name));
  const sql = `select ${[caseColumn, activity, 'ms', optional(found.resource), optional(found.lifecycle), ...others.map(quotedName)].join(', ')}
    from raw join moments using ("row number") order by ${caseColumn}, ms, "row number"`;
  const writer = await LogWriter.open(engine);
  let open: string | undefined;
  for (const [caseId, name, ms, resource, lifecycle, ...values] of await engine.rows<[string, string, number, string | null, string | null, ...(string | null)[]]>(sql)) {
    if (caseId !== open) writer.begin(caseId);
    open = caseId;
    const attributes = Object.fromEntries(others.flatMap((other, i) => { const value = values[i]; return value === null || value === undefined ? [] : [[other, value]]; }));
    writer.add({ activity: name, at: ms, resource: resource ?? undefined, lifecycle: lifecycle ?? undefined, attributes });
  }
  await writer.close();
  await engine.run('drop table raw; drop table moments');
  return writer.events === 0 ? refuse('EMPTY') : undefined;
};
