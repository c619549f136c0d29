import { readFileSync } from 'node:fs';
import pg from 'pg';

/** Linux counts in hundredths of a second (`USER_HZ`). */
const TICKS = 100;

/** Seconds of processor time that a process has used; undefined where it is gone, or this is not Linux. */
const usedBy = (pid) => {
  try {
    const [, after] = /^.*\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    const fields = after.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return undefined;
  }
};

const ACTIVITY = `select pid, coalesce(nullif(application_name, ''), backend_type) as whose from pg_stat_activity where pid <> pg_backend_pid()`;

/** Who works for whom: processes of ours by name, and those of the server by the application that they serve. */
const look = async (url, ours) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(ACTIVITY).finally(() => client.end());
  const all = [...Object.entries(ours).map(([whose, pid]) => ({ whose, pid })), ...rows.map(({ pid, whose }) => ({ pid, whose: `server, for ${whose}` }))];
  return new Map(all.flatMap(({ whose, pid }) => (usedBy(pid) === undefined ? [] : [[pid, { whose, seconds: usedBy(pid) }]])));
};

/** Starts counting; the answer ends it, and says how many cores each kept busy in between. Empty where that cannot be seen. */
export const countProcessorTime = async (url, ours) => {
  const before = await look(url, ours);
  const began = performance.now();
  return async () => {
    const took = (performance.now() - began) / 1_000;
    const cores = new Map();
    for (const [pid, { whose, seconds }] of await look(url, ours))
      cores.set(whose, (cores.get(whose) ?? 0) + (seconds - (before.get(pid)?.seconds ?? 0)) / took);
    return cores;
  };
};
