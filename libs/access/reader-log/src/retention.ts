import { addYears, startOf, toInstant, type BusinessDate } from '@perspectief/kernel';
import { dutchLaw } from '@perspectief/law';
import type { DataSource } from 'typeorm';

/** Looks from before this day are kept no longer. */
export const looksEndBefore = (today: BusinessDate): BusinessDate => addYears(today, -dutchLaw.on(today).value('reader-log-retention'));

const TABLES = ['access.reader_log_households', 'access.reader_log'] as const;

/** Takes away what is past its retention; answers how many looks. The tables' guard lets nothing younger go. */
export const forgetOldLooks = (database: DataSource, today: BusinessDate): Promise<number> =>
  database.transaction(async (work) => {
    const end = toInstant(startOf(looksEndBefore(today)));
    await work.query(`select set_config('access.looks_end_before', $1, true)`, [end]);
    const counts: number[] = [];
    for (const table of TABLES) counts.push(((await work.query(`delete from ${table} where started_at < $1`, [end])) as [unknown, number])[1]);
    return counts.at(-1) ?? 0;
  });
