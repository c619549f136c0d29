import pg from 'pg';
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { startEmbedded } from '../../../../database/src/embedded.js';
const s = await startEmbedded({ dataDir: '/tmp/es/bench' });
const c = new pg.Client(s.url); await c.connect();
const d = new pg.Client(s.url); await d.connect();
const pid = (await d.query('select pg_backend_pid() p')).rows[0].p;
const cpu = () => { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return (Number(f[11]) + Number(f[12])) * 10000; };
const sig = 'p_stream text, p_expected integer, p_command uuid, p_hash text, p_actor_id text, p_actor_role text, p_correlation uuid, p_causation uuid, p_municipality text, p_recorded_at timestamptz, p_ids uuid[], p_types text[], p_schema_versions integer[], p_happened_on timestamp[], p_data jsonb';
await c.query(`create or replace function f_empty(${sig}) returns bigint[] language plpgsql volatile as $$ begin return '{1,2}'; end $$`);
await c.query(`drop table if exists t_one; create table t_one (like log.events including all excluding identity); alter table t_one alter position add generated always as identity`);
const ins = `insert into t_one (stream, stream_version, id, type, schema_version, data, happened_on, actor_id, actor_role, command_id, correlation_id, causation_id, municipality)`;
await c.query(`create or replace function f_ins(${sig}) returns bigint[] language plpgsql volatile as $$ declare drawn bigint[]; begin ${ins} values (p_stream, 1, p_ids[1], p_types[1], p_schema_versions[1], p_data -> 0, p_happened_on[1], p_actor_id, p_actor_role, p_command, p_correlation, p_causation, p_municipality) returning array[position] into drawn; return 1 || drawn; end $$`);
await c.query(`create or replace function f_sql(p_stream text, p_id uuid, p_type text, p_sv int, p_data jsonb, p_h timestamp, p_actor_id text, p_actor_role text, p_command uuid, p_correlation uuid, p_causation uuid, p_municipality text) returns bigint language plpgsql volatile as $$ declare drawn bigint; begin ${ins} values (p_stream, 1, p_id, p_type, p_sv, p_data, p_h, p_actor_id, p_actor_role, p_command, p_correlation, p_causation, p_municipality) returning position into drawn; return drawn; end $$`);
const J = JSON.stringify({ a: 'x'.repeat(400) });
const args = () => ['s-' + randomUUID(), 0, randomUUID(), 'hash', 'a', 'r', randomUUID(), randomUUID(), 'm', null, `{${randomUUID()}}`, '{"T"}', '{1}', '{2024-01-12T10:00:00}', `[${J}]`];
const P = '$1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15';
const tests: Record<string, () => Promise<unknown>> = {
  select1: () => d.query({ name: 'a', text: 'select 1' }),
  empty: () => d.query({ name: 'b', text: `select f_empty(${P})::text`, values: args() }),
  finsert: () => d.query({ name: 'c', text: `select f_ins(${P})::text`, values: args() }),
  fscalar: () => d.query({ name: 'd', text: `select f_sql($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)`, values: ['s-' + randomUUID(), randomUUID(), 'T', 1, J, '2024-01-12T10:00:00', 'a', 'r', randomUUID(), randomUUID(), randomUUID(), 'm'] }),
  direct: () => d.query({ name: 'e', text: `${ins} values ($1,1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) returning position`, values: ['s-' + randomUUID(), randomUUID(), 'T', 1, J, '2024-01-12T10:00:00', 'a', 'r', randomUUID(), randomUUID(), randomUUID(), 'm'] }),
};
for (let r = 0; r < 2; r++) for (const [k, f] of Object.entries(tests)) { for (let i = 0; i < 200; i++) await f(); const a = cpu(); const u = process.cpuUsage(); const t = performance.now(); const N = 3000; for (let i = 0; i < N; i++) await f(); const w = process.cpuUsage(u); console.log(k.padEnd(10), 'server', ((cpu() - a) / N).toFixed(0), 'node', ((w.user + w.system) / N).toFixed(0), 'wall', ((performance.now() - t) * 1000 / N).toFixed(0)); }
await c.end(); await d.end(); await s.stop();
