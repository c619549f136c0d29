import type { Queryable } from '../keys/queryable.js';
import type { Canary } from './canaries.js';

export interface TableFinding {
  readonly table: string;
  readonly rows: number;
  readonly canary: number;
}

export interface ScannedTables {
  readonly tables: number;
  readonly rows: number;
  readonly findings: readonly TableFinding[];
}

/** The server's own statistics hold samples of what stood in columns. */
const TABLES = `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where (c.relkind in ('r', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%')
    or (n.nspname = 'pg_catalog' and c.relname in ('pg_statistic', 'pg_statistic_ext_data'))
  order by 1`;

/** Reads every row of every table as text, once, whatever its letters' case. */
export const scanTables = async (database: Queryable, canaries: readonly Canary[]): Promise<ScannedTables> => {
  const tables = ((await database.query(TABLES)) as { name: string }[]).map(({ name }) => name);
  let rows = 0;
  const findings: TableFinding[] = [];
  for (const table of tables) {
    const hits = canaries.map(({ forms }, n) => `count(*) filter (where ${forms.map((_, f) => `position(lower($${place(canaries, n, f)}) in words) > 0`).join(' or ')})::int as hits${n}`);
    const sql = `select ${['count(*)::int as total', ...hits].join(', ')} from (select lower(t::text) as words from ${table} t) as texts`;
    const [counted] = (await database.query(sql, canaries.flatMap(({ forms }) => forms))) as [Record<string, number>];
    rows += counted['total'] ?? 0;
    findings.push(...canaries.flatMap(({ number }, n) => ((counted[`hits${n}`] ?? 0) > 0 ? [{ table, rows: counted[`hits${n}`] ?? 0, canary: number }] : [])));
  }
  return { tables: tables.length, rows, findings };
};

/** Parameters are numbered over the forms of all canaries. */
const place = (canaries: readonly Canary[], canary: number, form: number): number =>
  1 + form + canaries.slice(0, canary).reduce((sum, { forms }) => sum + forms.length, 0);
