import pg from 'pg';
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { startEmbedded } from '../../../../database/src/embedded.js';
import { migrateLog } from '../schema/migrate-log.js';
import { PostgresEventStore } from '../postgres-event-store.js';
const s = await startEmbedded({ dataDir: '/tmp/es/bench' });
const c = new pg.Client(s.url); await c.connect();
await c.query('drop schema if exists log cascade'); await migrateLog(c);
await c.query(`drop table if exists raw; create table raw(position bigserial primary key, stream text not null, stream_version int not null, id uuid not null, type text not null, data jsonb not null, metadata jsonb not null, created_at timestamptz not null default now(), unique(stream, stream_version))`);
await c.query(`drop table if exists whole; create table whole (like log.events including all excluding identity); alter table whole alter position add generated always as identity`);
const data = { amount: 12345, note: 'x'.repeat(250), lines: [1,2,3,4,5], who: { id: randomUUID(), name: 'abcdef' }, k: 'y'.repeat(80) };
const meta = JSON.stringify({ a: randomUUID() });
const pool = new pg.Pool({ connectionString: s.url, max: 8 });
const store = new PostgresEventStore({ connectionString: s.url, max: 8 });
const C = randomUUID();
const raw = () => pool.query({ name: 'raw', text: 'insert into raw(stream,stream_version,id,type,data,metadata) values($1,$2,$3,$4,$5,$6)', values: ['s-' + randomUUID(), 1, randomUUID(), 'T', JSON.stringify(data), meta] });
const whole = () => pool.query({ name: 'whole', text: 'insert into whole(stream,stream_version,id,type,schema_version,data,happened_on,actor_id,actor_role,command_id,correlation_id,causation_id,municipality) values($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13) returning position', values: ['s-' + randomUUID(), 1, randomUUID(), 'T', 1, JSON.stringify(data), '2024-01-12T10:00:00', 'coach-1', 'coach', randomUUID(), C, C, 'GM0363'] });
const ours = () => store.append({ stream: 's-' + randomUUID(), expected: 'none', command: { id: randomUUID(), hash: 'hash-hash-hash-hash-hash-hash-12' }, actor: { id: 'coach-1', role: 'coach' }, correlationId: C, causationId: C, municipality: 'GM0363', events: [{ id: randomUUID(), type: 'T', schemaVersion: 1, happenedOn: '2024-01-12T10:00:00', data }] });
const cpu: Record<string, string> = {};
const pids = async () => (await c.query("select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()")).rows.map((r) => r.pid as number);
const srv = async () => (await pids()).reduce((t, p) => { const f = readFileSync(`/proc/${p}/stat`, 'utf8').split(') ')[1]!.split(' '); return t + Number(f[11]) + Number(f[12]); }, 0) * 10000;
const run = async (name: string, f: () => Promise<unknown>, n: number, ms: number) => { const s0 = await srv(); const end = Date.now() + ms; let k = 0; const u0 = process.cpuUsage(); const t = performance.now(); await Promise.all(Array.from({ length: n }, async () => { while (Date.now() < end) { await f(); k++; } })); const rate = k / (performance.now() - t) * 1000; const u1 = process.cpuUsage(u0); cpu[name] = `${((u1.user + u1.system) / k).toFixed(0)}+${(((await srv()) - s0) / k).toFixed(0)}us`; return rate; };
const med = (x: number[]) => [...x].sort((a, b) => a - b)[Math.floor(x.length / 2)]!;

import { append } from '../schema/append.js';
const base = append.replace('create function', 'create or replace function');
const cut = (from: string | RegExp, to: string) => (t: string) => { const n = t.replace(from, to); if (n === t) throw new Error('no ' + from); return n; };
const nolock = cut(/held := pg_advisory_xact_lock\(1.*/, ''), noann = cut(/held := pg_advisory_xact_lock_shared.*/, ''), nover = cut(/select e.stream_version into[^;]*;/, ''), norec = cut(/insert into log.receipts[^]*?end if;/, ''), noguard = cut(/if current_setting[^]*?end if;/, ''), noret = cut('returning array[position] into drawn', '');
const V: Record<string, (t: string) => string> = { full: (t) => t, nolocks: (t) => nolock(noann(t)), nover, norec, noguard, onlyinsert: (t) => noguard(norec(nover(nolock(noann(t))))), onlyinsertnoret: (t) => noret(noguard(norec(nover(nolock(noann(t)))))), norecnover: (t) => norec(nover(t)) };
const n = 8;
for (const [k, f] of Object.entries(V)) { await c.query(f(base)); await run('', ours, n, 300); const O: number[] = [], W: number[] = []; const q: string[] = []; for (let i = 0; i < 3; i++) { W.push(await run('whole', whole, n, 500)); O.push(await run('ours', ours, n, 700)); q.push(cpu['ours']!); } console.log(k.padEnd(16), med(W).toFixed(0), med(O).toFixed(0), med(O.map((o, i) => o / W[i]!)).toFixed(2), q.join(' '), cpu['whole']); }
if (process.env.READ) { const t = performance.now(); let after: string | undefined, k = 0; for (;;) { const b = await store.readAll({ after, limit: 1000 }); if (!b.length) break; k += b.length; after = b.at(-1)!.position; } console.log('read', k, (k / (performance.now() - t) * 1000).toFixed(0), '/s'); const t2 = performance.now(); let p = '0', j = 0; for (;;) { const r = await pool.query({ name: 'rr', text: 'select * from log.events where position > $1 order by position limit 1000', values: [p] }); if (!r.rows.length) break; j += r.rows.length; p = r.rows.at(-1).position; } console.log('raw read', j, (j / (performance.now() - t2) * 1000).toFixed(0), '/s'); }
await pool.end(); await store.close(); await c.end(); await s.stop();
