import type { ClientBase } from 'pg';

export interface Hazard {
  readonly setting: string;
  readonly value: string;
  readonly why: string;
  /** True: the log refuses to work; false: somebody should know. */
  readonly fatal: boolean;
}

interface Settings {
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
  readonly prepared: string;
  readonly replica: boolean;
}

const SETTINGS = `select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
  current_setting('synchronous_commit') as synchronous_commit, current_setting('max_prepared_transactions') as prepared, pg_is_in_recovery() as replica`;

const hazardsIn = (s: Settings): (Hazard | false)[] => [
  s.replica && { setting: 'in_recovery', value: 'on', why: 'a replica shows no locks, so the log cannot be read in order', fatal: true },
  s.fsync === 'off' && { setting: 'fsync', value: s.fsync, why: 'a crash may lose events that were acknowledged and read', fatal: true },
  s.full_page_writes === 'off' && { setting: 'full_page_writes', value: s.full_page_writes, why: 'a power cut may tear pages of the log', fatal: false },
  s.synchronous_commit === 'off' && { setting: 'synchronous_commit', value: s.synchronous_commit, why: 'a crash may lose events that were acknowledged and read', fatal: true },
  s.prepared !== '0' && { setting: 'max_prepared_transactions', value: s.prepared, why: 'a forgotten prepared append stalls all readers', fatal: false },
];

export const serverHazards = async (client: ClientBase): Promise<Hazard[]> => {
  const { rows } = await client.query<Settings>(SETTINGS);
  return rows.flatMap(hazardsIn).filter((hazard): hazard is Hazard => hazard !== false);
};

export const assertSafeServer = async (client: ClientBase): Promise<void> => {
  const [worst] = (await serverHazards(client)).filter((hazard) => hazard.fatal);
  if (worst) throw new Error(`this server cannot keep the log: ${worst.setting} is ${worst.value}, and ${worst.why}`);
};
