import type pg from 'pg';

/** Where the schema of the evaluation stands, by the names of its migrations; undefined where there is none. */
export const evaluationMigrationsIn = async (client: pg.ClientBase): Promise<readonly string[] | undefined> => {
  const there = await client.query<{ there: boolean }>(`select to_regclass('evaluation.migrations') is not null as there`);
  if (!there.rows[0]?.there) return undefined;
  const { rows } = await client.query<{ name: string }>('select name from evaluation.migrations order by name');
  return rows.map(({ name }) => name);
};

/** Study keys lie open in the database: a copy of it would hold them. */
export class OpenStudyKeys extends Error {
  constructor() {
    super('study keys lie open in this database');
    this.name = 'OpenStudyKeys';
  }
}

/** Names of the seals that study keys are closed with; the seals are not here. @throws OpenStudyKeys */
export const sealsIn = async (client: pg.ClientBase): Promise<readonly string[]> => {
  const sealed = await client.query<{ there: boolean }>(
    `select exists (select from information_schema.columns where table_schema = 'evaluation' and table_name = 'study_keys' and column_name = 'sealed_by') as there`);
  const by = sealed.rows[0]?.there ? 'sealed_by' : 'null::text';
  const { rows } = await client.query<{ open: boolean; seal: string | null }>(`select key is not null as open, ${by} as seal from evaluation.study_keys`);
  if (rows.some(({ open }) => open)) throw new OpenStudyKeys();
  return [...new Set(rows.flatMap(({ seal }) => seal ?? []))].sort();
};
