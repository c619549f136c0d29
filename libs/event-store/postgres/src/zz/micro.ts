import pg from 'pg';
import { startEmbedded } from '../../../../database/src/embedded.js';
import { migrateLog } from '../schema/migrate-log.js';
import { append } from '../schema/append.js';
const s = await startEmbedded({ dataDir: '/tmp/es/bench', settings: { max_locks_per_transaction: '1000' } });
const c = new pg.Client(s.url); await c.connect();
const fresh = async () => { await c.query('drop schema if exists log cascade'); await migrateLog(c); };
await fresh();
const base = append.replace('create function', 'create or replace function');
const cut = (from: string | RegExp, to: string) => (t: string) => { const n = t.replace(from, to); if (n === t) throw new Error('no ' + from); return n; };
const noop = (t: string) => t;
const receiptSql = /insert into log.receipts[^]*?into have;/;
const variants: Record<string, (t: string) => string> = {
  full: noop,
  noguard: cut(/if current_setting[^]*?end if;/, ''),
  nolock: cut(/held := pg_advisory_xact_lock\(1.*/, ''),
  noannounce: cut(/held := pg_advisory_xact_lock_shared.*/, ''),
  noreceipt: cut(receiptSql, 'have := 0;'),
  receiptNoVersion: cut(receiptSql, 'insert into log.receipts values (p_command, p_hash, p_stream, 0, amount) on conflict (command_id) do nothing returning version_before into have;'),
  receiptNoConflict: cut(receiptSql, 'insert into log.receipts values (p_command, p_hash, p_stream, 0, amount); have := 0;'),
  split: cut(receiptSql, 'select e.stream_version into have from log.events e where e.stream = p_stream order by e.stream_version desc limit 1; have := coalesce(have,0); insert into log.receipts values (p_command, p_hash, p_stream, have, have + amount) on conflict (command_id) do nothing; if not found then return null; end if;'),
  noevent: cut(/if amount = 1 then[^]*?end if;/, ''),
  noReturning: cut('returning array[position] into drawn', ''),
  empty: cut(/begin\n[^]*return have/, "begin return have"),
};
const time = async () => { await c.query('begin'); const t = performance.now(); await c.query(`do $$ declare d text := '[${JSON.stringify({ a: 'x'.repeat(400) })}]'; r bigint[]; begin for i in 1..3000 loop r := log.append('s-' || gen_random_uuid(), 0, gen_random_uuid(), 'h', 'a', 'r', gen_random_uuid(), gen_random_uuid(), 'm', null, array[gen_random_uuid()], '{T}', '{1}', '{2024-01-01}', d::jsonb); end loop; end $$`); const ms = performance.now() - t; await c.query('rollback'); return ms / 3; };
for (const [n, f] of Object.entries(variants)) { await c.query(f(base)); const xs: number[] = []; for (let i = 0; i < 5; i++) xs.push(await time()); console.log(n.padEnd(20), Math.min(...xs).toFixed(1), 'us'); }
{ const xs: number[] = []; for (let i = 0; i < 5; i++) { await c.query('begin'); const t = performance.now(); await c.query(`do $$ declare d text := '[${JSON.stringify({ a: 'x'.repeat(400) })}]'; begin for i in 1..3000 loop insert into log.events(stream,stream_version,id,type,schema_version,data,happened_on,actor_id,actor_role,command_id,correlation_id,causation_id,municipality) values('s-' || gen_random_uuid(), 1, gen_random_uuid(), 'T', 1, d::jsonb, '2024-01-01', 'a', 'r', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'm'); end loop; end $$`); xs.push((performance.now() - t) / 3); await c.query('rollback'); } console.log('plain insert', Math.min(...xs).toFixed(1)); }
await fresh(); await c.end(); await s.stop();
