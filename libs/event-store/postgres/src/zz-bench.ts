import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { startEmbedded } from '../../../database/src/embedded.js';
import { migrateLog } from './schema/migrate-log.js';
const s = await startEmbedded({ dataDir: '/tmp/es/bench' });
const c = new pg.Client(s.url); await c.connect();
await c.query('drop schema if exists log cascade'); await migrateLog(c);
if (process.env.WALL) await c.query(`create function log.announce() returns trigger language plpgsql as $$ begin
  perform pg_advisory_xact_lock_shared((7::bigint << 48) | (select s.last_value - (not s.is_called)::integer from log.event_seq s)); return null; end $$;
  create trigger announce before insert on log.events for each statement execute function log.announce();`);
await c.query(`drop table if exists raw; create table raw(position bigserial primary key, stream text not null, stream_version int not null, id uuid not null, type text not null, data jsonb not null, metadata jsonb not null, created_at timestamptz not null default now(), unique(stream, stream_version))`);
import { append } from './schema/append.js';
const V = (process.env.V ?? '').split(',');
let fn = append.replace('create function', 'create or replace function');
const cut = (from: string | RegExp, to: string) => { const n = fn.replace(from, to); if (n === fn) throw new Error('no ' + from); fn = n; };
if (V.includes('noguard')) cut('perform log.assert_safe_session();', '');
if (V.includes('inguard')) cut('perform log.assert_safe_session();', "if current_setting('transaction_isolation') <> 'read committed' or current_setting('synchronous_commit') = 'off' then perform log.assert_safe_session(); end if;");
if (V.includes('nolock')) cut('perform pg_advisory_xact_lock(1, hashtext(p_stream));', '');
if (V.includes('noreceiptread')) cut(/select \* into known[^]*?end if;/, '');
if (V.includes('noversion')) cut(/select max[^]*?have := coalesce\(have, 0\);/, 'have := 0;');
if (V.includes('noannounce')) cut(/perform pg_advisory_xact_lock_shared.*/, '');
if (V.includes('noreceipt')) cut(/insert into log.receipts[^]*?;/, '');
if (V.includes('noevent')) cut(/with added as[^]*?from added a;/, "drawn := '{1}';");
if (V.includes('values')) cut(/with added as[^]*?from added a;/, `insert into log.events (stream, stream_version, id, type, schema_version, data, happened_on, recorded_at,
      actor_id, actor_role, command_id, correlation_id, causation_id, municipality) values (p_stream, have + 1, p_ids[1], p_types[1], p_schema_versions[1], p_data[1], p_happened_on[1], at, p_actor_id, p_actor_role, p_command, p_correlation, p_causation, p_municipality) returning array[position] into drawn;`);
if (V.includes('noid')) await c.query('alter table log.events drop constraint events_id_key');
if (V.includes('empty')) cut(/begin[^]*end \$\$;/, "begin return query select 1, '{1}'::bigint[], p_ids, null::jsonb, false; end $$;");
if (V.includes('onlyinsert')) cut(/-- lock the stream[^]*-- draw and insert/, "have := 0;");
if (V.includes('lockonly')) cut(/-- answer[^]*end \$\$;/, "return query select 1, '{1}'::bigint[], p_ids, null::jsonb, false; end $$;");
if (V.includes('reads')) cut(/-- draw[^]*end \$\$;/, "return query select 1, '{1}'::bigint[], p_ids, null::jsonb, false; end $$;");
if (process.env.SQL) { await c.query('drop function log.append'); fn = readFileSync(process.env.SQL, 'utf8'); }
await c.query(fn);
const data = { amount: 12345, note: 'x'.repeat(250), lines: [1,2,3,4,5], who: { id: randomUUID(), name: 'abcdef' }, k: 'y'.repeat(80) };
const text = JSON.stringify(data); const meta = JSON.stringify({ a: randomUUID() });
const raw = (cl: pg.Client) => cl.query({ name: 'raw', text: 'insert into raw(stream,stream_version,id,type,data,metadata) values($1,$2,$3,$4,$5,$6)', values: ['s-' + randomUUID(), 1, randomUUID(), 'T', text, meta] });
const direct = (cl: pg.Client) => cl.query({ name: 'direct', text: 'insert into log.events(stream,stream_version,id,type,schema_version,data,happened_on,actor_id,actor_role,command_id,correlation_id,causation_id,municipality) values($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13) returning position', values: ['s-' + randomUUID(), 1, randomUUID(), 'T', 1, text, '2024-01-12T10:00:00', 'coach-1', 'coach', randomUUID(), randomUUID(), randomUUID(), 'GM0363'] });
const ours = (cl: pg.Client) => cl.query({ name: 'ours', text: (process.env.SQL ? 'select ' : 'select * from ') + 'log.append($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15)', values: ['s-' + randomUUID(), 0, randomUUID(), 'hash-hash-hash-hash-hash-hash-12', 'coach-1', 'coach', randomUUID(), randomUUID(), 'GM0363', null, ...(process.env.SQL ? ['{' + randomUUID() + '}', ['T'], '{1}', '{2024-01-12T10:00:00}', '[' + text + ']'] : [[randomUUID()], ['T'], [1], ['2024-01-12T10:00:00'], [text]])] });
const clients = await Promise.all(Array.from({ length: 8 }, async () => { const x = new pg.Client(s.url); await x.connect(); return x; }));
import { readFileSync } from 'node:fs';
const pids = await Promise.all(clients.map(async (x) => (await x.query('select pg_backend_pid() p')).rows[0].p as number));
const srv = () => pids.reduce((t, p) => { const f = readFileSync(`/proc/${p}/stat`, 'utf8').split(') ')[1]!.split(' '); return t + Number(f[11]) + Number(f[12]); }, 0) * 10000;
const cpu: string[] = [];
const run = async (f: (c: pg.Client) => Promise<unknown>, n: number, ms: number) => { const end = Date.now() + ms; let k = 0; const u0 = process.cpuUsage(), s0 = srv(); const t = performance.now(); await Promise.all(clients.slice(0, n).map(async (x) => { while (Date.now() < end) { await f(x); k++; } })); const u1 = process.cpuUsage(u0); cpu.push([f === raw ? 'raw' : 'ours', ((u1.user + u1.system) / k).toFixed(0), ((srv() - s0) / k).toFixed(0)].join(' ')); return k / (performance.now() - t) * 1000; };
for (const n of [8]) { const rs: number[] = [], os: number[] = [], q: number[] = []; for (let i = 0; i < 3; i++) { const a = await run(raw, n, 1000), b = await run(process.env.DIRECT ? direct : ours, n, 1000); rs.push(a); os.push(b); q.push(b / a); } const med = (x: number[]) => x.sort((a, b) => a - b)[1]!; console.log(n, 'raw', med(rs).toFixed(0), 'ours', med(os).toFixed(0), 'ratio', med(q).toFixed(2), q.map((x) => x.toFixed(2)).join(' ')); }
console.log(cpu.slice(-4).join('; '), 'node us, server us');
for (const x of clients) await x.end(); await c.end(); await s.stop();
