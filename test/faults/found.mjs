import { allEvents } from '@perspectief/assembly';
import { policies } from '@perspectief/policies';
import { codecOf } from '@perspectief/runtime';
import { otherwiseId, reactionsTo } from '../../libs/runtime/dist/policy/reactions.js';
import { checkLog } from './checks/log.mjs';
import { checkPolicies } from './checks/policies.mjs';
import { checkPots } from './checks/pots.mjs';
import { checkCheckpoints, checkRebuilt, checkSeen, checkShared } from './checks/projections.mjs';

const PAGE = 5_000;

/** The whole log, in its order, as projections read it. */
const logOf = async ({ store }) => {
  const codec = codecOf(allEvents);
  const events = [];
  for (let page; page === undefined || page.length > 0; ) {
    page = await store.readAll({ after: events.at(-1)?.position, limit: PAGE });
    events.push(...page.map((event) => codec.decode(event)));
  }
  return events;
};

const RECEIPTS = `select command_id as "commandId", stream, version_before as before, version_after as after, refused from log.receipts`;
const REACTIONS = `select command_id as "commandId", policy, state, refused_code as refused, otherwise is not null as otherwise from runtime.reactions`;
const SEEN = `select position, stream, version from faults_seen order by n`;
const SHARED = `select position, stream, version from faults_shared order by n`;
const PARKED = `select projection || ' parked ' || stream || ' ' || stream_version || coalesce(' over ' || error, '') as finding from runtime.parked_events order by 1`;
const TABLES = `select table_schema || '.' || table_name as name from information_schema.tables
  where (table_schema = 'read' or (table_schema = 'access' and table_name = any($1))) and table_type = 'BASE TABLE' order by 1`;
/** Of the schema of access, those that a projection writes. */
const PROJECTED = ['streams', 'homes', 'files', 'pots', 'asked', 'erasures'];

/** Every row of every read model, as text. */
const rowsOf = async ({ database }) => {
  const tables = new Map();
  for (const { name } of await database.query(TABLES, [PROJECTED])) tables.set(name, (await database.query(`select t::text as row from ${name} t order by 1`)).map(({ row }) => row));
  return tables;
};

/** Looks at what is there when all has come to rest. Answers the sentences of what is wrong, by what was to be proven. */
export const lookAt = async (platform, { operations, prepared }) => {
  const { database, projections } = platform;
  const events = await logOf(platform);
  const [receipts, reactions, seen] = [await database.query(RECEIPTS), await database.query(REACTIONS), await database.query(SEEN)];
  const shared = await database.query(SHARED);
  const checkpoints = await database.query('select reader, position from runtime.checkpoints');
  const parked = (await database.query(PARKED)).map(({ finding }) => finding);
  const called = events.flatMap((event) => reactionsTo(policies, event));
  const live = await rowsOf(platform);
  for (const { name } of await projections.status()) await projections.rebuild(name);
  const rebuilt = await rowsOf(platform);
  const after = (await logOf(platform)).length;
  const findings = {
    'every acknowledged command is in the log once, whole, where its sender was told': [...checkLog({ operations, prepared, events, receipts, reactions })],
    'a projection is given each event once, in the order of the log': [...checkSeen({ seen, events })],
    'one that is shared out among workers too, in the order of each stream': [...checkShared({ shared, events })],
    'every reader has come to the end of the log': [...checkCheckpoints({ checkpoints, head: events.at(-1)?.position })],
    'no trouble is taken for a bad event: nothing is parked': parked,
    'rebuilt, the read models have the rows that they had, row by row': [...checkRebuilt({ live, rebuilt })],
    'no pot ever has less than nothing': [...checkPots({ events })],
    'every policy acted once on what called for it': [...checkPolicies({ called, reactions, receipts, otherwiseId })],
    'nobody acts in a rebuild': after === events.length ? [] : [`${after - events.length} events were written by a rebuild`],
  };
  const rows = [...live.values()].reduce((sum, all) => sum + all.length, 0);
  return { findings, figures: { events: events.length, receipts: receipts.length, reactions: reactions.length, rows } };
};
