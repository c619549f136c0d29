import { newKey } from '../cipher.js';
import type { MasterKeys } from './master-keys.js';
import type { Queryable } from './queryable.js';

const FIND = `select master_id as "masterId", wrapped as bytes from access.installation_keys where name = $1`;
const ADD = `insert into access.installation_keys (name, master_id, wrapped) values ($1, $2, $3) on conflict do nothing`;

/** What an installation key is called where it is wrapped. */
export const nameOfInstallationKey = (name: string): string => `installation.${name}`;

/** A key of the installation as a whole, made when it is first wanted; the same in every process. */
export const installationKey = async (database: Queryable, masters: MasterKeys, name: string): Promise<Uint8Array> => {
  const find = async () => ((await database.query(FIND, [name])) as { masterId: string; bytes: Uint8Array }[])[0];
  const wrappedName = nameOfInstallationKey(name);
  if (!(await find())) {
    const made = await masters.wrap(wrappedName, newKey());
    await database.query(ADD, [name, made.masterId, made.bytes]);
  }
  const stored = await find();
  if (!stored) throw new Error('an installation key was not kept');
  return masters.unwrap(wrappedName, stored);
};
