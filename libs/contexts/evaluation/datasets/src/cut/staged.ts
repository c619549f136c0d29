import type { Row, Table } from '../tables/column.js';
import type { Engine } from '../tables/engine.js';
import { tables } from '../tables/tables.js';

const of = (name: string, columns: readonly (readonly [name: string, type: Table['columns'][number]['type']])[]): Table => ({
  name, says: '', key: [], columns: columns.map(([column, type]) => ({ name: column, type, says: '' })),
});

/**
 * Rows as cases are told, with nothing that the engine can make of the rest: names of events, what every event is about, what all events have in common.
 * Several cases may tell of one object.
 */
export const stagedTables = {
  events: of('told_events', [
    ['case_id', 'text'], ['case_order', 'integer'], ['stream_order', 'integer'], ['activity', 'text'], ['happened_on', 'day'], ['first_said_on', 'day'],
    ['recorded_on', 'day'], ['is_correction', 'flag'], ['corrects', 'integer'], ['resource', 'text'], ['role', 'text'], ['attributes', 'text'],
  ]),
  mentions: of('told_mentions', [['case_id', 'text'], ['stream_order', 'integer'], ['object_id', 'text'], ['qualifier', 'text']]),
  objects: of('told_objects', [['case_id', 'text'], ['object_id', 'text'], ['type', 'text'], ['part', 'flag']]),
  episodes: { ...tables.episodes, name: 'told_episodes' },
  spells: { ...tables.spells, name: 'told_spells' },
} as const satisfies Readonly<Record<string, Table>>;

export type Staged = keyof typeof stagedTables;
export const allStaged = Object.entries(stagedTables) as readonly (readonly [Staged, Table])[];
/** Where rows go while cases are told. */
export type Into = Readonly<Record<Staged, { readonly add: (row: Row) => void }>>;

/** Made of what was told, for the cases that stand in `cases`. */
const made: readonly (readonly [into: keyof typeof tables, sql: string])[] = [
  ['events', `select case_id || '-' || stream_order as event_id, case_id, case_order, activity, timezone('UTC', happened_on::timestamp) as happened_at,
    'day' as time_precision, first_said_on, recorded_on, stream_order, is_correction, case_id || '-' || corrects as corrects_event_id,
    'complete' as lifecycle, case_id || '-' || stream_order as activity_instance_id, resource, role, attributes from told_events semi join cases using (case_id)`],
  ['event_object', `select case_id || '-' || stream_order as event_id, object_id, qualifier from told_mentions semi join cases using (case_id)
    union all select event_id, case_id, 'in' from events
    union all select event_id, household_id, 'of' from events join cases using (case_id)`],
  ['objects', `select object_id, min(type) as type from (select object_id, type from told_objects semi join cases using (case_id)
    union all select case_id, 'trajectory' from cases union all select household_id, 'household' from cases) group by object_id`],
  ['object_object', `select object_id, case_id as target_id, 'part of' as qualifier from told_objects semi join cases using (case_id) where part
    union all select case_id, household_id, 'of' from cases`],
  ['episodes', 'select * from told_episodes semi join cases using (case_id)'],
  ['spells', 'select * from told_spells semi join cases using (case_id)'],
];

/** The tables of a data set out of what was told of its cases, which are in already. */
export const makeTables = async (engine: Engine): Promise<void> => {
  for (const [name, sql] of made) {
    await engine.create(tables[name]);
    await engine.run(`insert into ${name} by name ${sql}`);
  }
  for (const [, { name }] of allStaged) await engine.run(`drop table ${name}`);
};
