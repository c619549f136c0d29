import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { refuse, type Refusal } from '@perspectief/kernel';
import { quotedName, quotedText } from '../tables/column.js';
import type { Engine } from '../tables/engine.js';
import { LogWriter } from './log-writer.js';
import type { ImportRefusal } from './refusals.js';

/** Names of columns; without them, the usual ones are looked for. */
export interface CsvColumns {
  readonly case?: string | undefined;
  readonly activity?: string | undefined;
  readonly time?: string | undefined;
  readonly resource?: string | undefined;
  readonly lifecycle?: string | undefined;
  readonly delimiter?: string | undefined;
  /** As in `%d-%m-%Y %H:%M`; without it ISO 8601 and its relatives, year first. */
  readonly timeFormat?: string | undefined;
  /** Where times without an offset are meant; default UTC. */
  readonly timeZone?: string | undefined;
}

const usual = {
  case: ['case:concept:name', 'case_id', 'case id', 'caseid', 'case', 'case_concept_name'],
  activity: ['concept:name', 'activity', 'activity_id', 'task', 'event', 'concept_name'],
  time: ['time:timestamp', 'timestamp', 'time', 'complete timestamp', 'complete_time', 'completetime', 'datetime', 'date', 'happened_at', 'time_timestamp'],
  resource: ['org:resource', 'resource', 'org_resource', 'user'],
  lifecycle: ['lifecycle:transition', 'lifecycle', 'transition'],
} as const;
type Role = keyof typeof usual;

const firstLine = async (path: string): Promise<string> => {
  const stream = createReadStream(path, { encoding: 'utf8' });
  try {
    for await (const line of createInterface({ input: stream })) return line;
    return '';
  } finally {
    stream.destroy();
  }
};

/** The sign that the head of the file is cut by most. */
const delimiterIn = (head: string): string =>
  [',', ';', '\t', '|'].map((sign) => ({ sign, times: head.split(sign).length })).sort((a, b) => b.times - a.times)[0]?.sign ?? ',';

const roleOf = (names: readonly string[], wanted: CsvColumns, role: Role): string | undefined => {
  const asked = wanted[role];
  const candidates: readonly string[] = asked === undefined ? usual[role] : [asked.toLowerCase()];
  return candidates.map((candidate) => names.find((name) => name.trim().toLowerCase() === candidate)).find((name) => name !== undefined);
};

const load = async (engine: Engine, path: string, delimiter: string): Promise<readonly string[] | undefined> => {
  const source = `read_csv(${quotedText(path)}, all_varchar = true, header = true, delim = ${quotedText(delimiter)}, quote = '"', escape = '"', nullstr = '', parallel = false, strict_mode = true)`;
  try {
    await engine.run(`create table raw as select row_number() over () as "row number", * from ${source}`);
  } catch {
    return undefined;
  }
  const columns = await engine.all<[string]>(`select column_name from information_schema.columns where table_name = 'raw' order by ordinal_position`);
  return columns.slice(1).map(([name]) => name);
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
  const names = await load(engine, path, wanted.delimiter ?? delimiterIn(await firstLine(path)));
  if (!names) return refuse('NOT_CSV');
  const found = columnsIn(names, wanted);
  if ('code' in found) return { refused: found };
  const unknown = await moments(engine, found.time, wanted);
  if (unknown) return refuse('UNKNOWN_FORMAT', { field: unknown });
  const roles = new Set([found.case, found.activity, found.time, found.resource, found.lifecycle]);
  const others = names.filter((name) => !roles.has(name));
  const [caseColumn, activity] = [found.case, found.activity].map(quotedName) as [string, string];
  const [hole] = await engine.all<[bigint]>(`select min("row number") from raw where ${caseColumn} is null or ${activity} is null having count(*) > 0`);
  if (hole) return refuse('MISSING', { field: String(hole[0]) });
  const [bad] = await engine.all<[bigint]>('select min("row number") from moments where ms is null having count(*) > 0');
  if (bad) return refuse('BAD_TIME', { field: String(bad[0]) });
  const optional = (name: string | undefined): string => (name === undefined ? 'null' : quotedName(name));
  const sql = `select ${[caseColumn, activity, 'ms', optional(found.resource), optional(found.lifecycle), ...others.map(quotedName)].join(', ')}
    from raw join moments using ("row number") order by ${caseColumn}, ms, "row number"`;
  const writer = await LogWriter.open(engine);
  let open: string | undefined;
  for await (const [caseId, name, ms, resource, lifecycle, ...values] of engine.rows<[string, string, bigint, string | null, string | null, ...(string | null)[]]>(sql)) {
    if (caseId !== open) writer.begin(caseId);
    open = caseId;
    const attributes = Object.fromEntries(others.flatMap((other, i) => { const value = values[i]; return value === null || value === undefined ? [] : [[other, value]]; }));
    writer.add({ activity: name, at: Number(ms), resource: resource ?? undefined, lifecycle: lifecycle ?? undefined, attributes });
  }
  writer.close();
  await engine.run('drop table raw; drop table moments');
  return writer.events === 0 ? refuse('EMPTY') : undefined;
};
