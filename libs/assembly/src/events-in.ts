import type { DataSource } from 'typeorm';

/** A long log is not counted one by one: for how far a rebuild is, the server's own estimate will do. */
const COUNT = `select case when reltuples > 1000000 then reltuples::bigint else (select count(*) from log.events) end as events from pg_class where oid = 'log.events'::regclass`;

/** About how many events the log has; 0 where it is not in the database. */
export const eventsIn = async (database: DataSource): Promise<number> => {
  const [row] = (await database.query(COUNT)) as { readonly events: string }[];
  return Number(row?.events ?? 0);
};
