import type { ReadTables } from '@perspectief/runtime';
import type { DerivedRows, Rows } from './derived-rows.js';

/** One table of derived rows; a row is found by its trajectory and its key. */
interface Target {
  readonly rows: 'items' | 'deadlines';
  readonly insert: string;
  readonly remove: string;
  readonly clear: string;
}

const ITEMS: Target = {
  rows: 'items',
  insert: `insert into read.worklist_items (item_id, trajectory_id, municipality, area, coach_id, for_role, kind, rule, article,
      due_on, since, stands_still, sentence_nl, sentence_en)
    select "itemId", "trajectoryId", municipality, area, "coachId", "forRole", kind, rule, article, "dueOn", since, "standsStill", "sentenceNl", "sentenceEn"
      from json_to_recordset($1::json) as r("itemId" uuid, "trajectoryId" uuid, municipality text, area text, "coachId" text, "forRole" text,
        kind text, rule text, article text, "dueOn" date, since date, "standsStill" boolean, "sentenceNl" text, "sentenceEn" text)
    on conflict (item_id) do update set municipality = excluded.municipality, area = excluded.area, coach_id = excluded.coach_id,
      for_role = excluded.for_role, rule = excluded.rule, article = excluded.article, due_on = excluded.due_on, since = excluded.since,
      stands_still = excluded.stands_still, sentence_nl = excluded.sentence_nl, sentence_en = excluded.sentence_en`,
  remove: `delete from read.worklist_items i using unnest($1::uuid[], $2::uuid[]) as gone(trajectory_id, item_id) where i.item_id = gone.item_id`,
  clear: `delete from read.worklist_items where trajectory_id = any($1::uuid[])`,
};

const DEADLINES: Target = {
  rows: 'deadlines',
  insert: `insert into read.deadlines (trajectory_id, key, acts_on, command)
    select "trajectoryId", key, "actsOn", command
      from json_to_recordset($1::json) as r("trajectoryId" uuid, key text, "actsOn" date, command jsonb)
    on conflict (trajectory_id, key) do update set acts_on = excluded.acts_on, command = excluded.command`,
  remove: `delete from read.deadlines d using unnest($1::uuid[], $2::text[]) as gone(trajectory_id, key)
    where d.trajectory_id = gone.trajectory_id and d.key = gone.key`,
  clear: `delete from read.deadlines where trajectory_id = any($1::uuid[])`,
};

export interface Change {
  readonly trajectoryId: string;
  /** Undefined: what stands in the tables is not known, and goes. */
  readonly before: DerivedRows | undefined;
  readonly after: DerivedRows;
}

interface Difference {
  readonly changed: string[];
  readonly gone: (readonly [trajectoryId: string, key: string])[];
}

const EMPTY: Rows = new Map();

const compare = (trajectoryId: string, before: Rows, after: Rows, { changed, gone }: Difference): void => {
  if (before === after) return;
  for (const [key, row] of after) if (before.get(key) !== row) changed.push(row);
  for (const key of before.keys()) if (!after.has(key)) gone.push([trajectoryId, key]);
};

const differenceOf = (rows: Target['rows'], changes: readonly Change[]): Difference => {
  const difference: Difference = { changed: [], gone: [] };
  for (const { trajectoryId, before, after } of changes) {
    const parts = Math.max(before?.[rows].length ?? 0, after[rows].length);
    for (let part = 0; part < parts; part += 1)
      compare(trajectoryId, before?.[rows][part] ?? EMPTY, after[rows][part] ?? EMPTY, difference);
  }
  return difference;
};

const writeTo = async ({ rows, insert, remove, clear }: Target, changes: readonly Change[], tables: ReadTables): Promise<void> => {
  const unknown = changes.filter(({ before }) => !before).map(({ trajectoryId }) => trajectoryId);
  const { changed, gone } = differenceOf(rows, changes);
  if (unknown.length > 0) await tables.query(clear, [unknown]);
  if (gone.length > 0) await tables.query(remove, [gone.map(([id]) => id), gone.map(([, key]) => key)]);
  if (changed.length > 0) await tables.query(insert, [`[${changed.join(',')}]`]);
};

/** Writes what differs, and nothing else. */
export const writeDerived = async (changes: readonly Change[], tables: ReadTables): Promise<void> => {
  await writeTo(ITEMS, changes, tables);
  await writeTo(DEADLINES, changes, tables);
};
