import type { MasterKeys } from '@perspectief/privacy';
import { COUNTED_UP_TO, type Standing } from './standing.js';

/** What a load balancer hears: `ready`, or what is waited for. */
export type Readiness = 'ready' | 'waiting for the database' | 'waiting for the master keys' | `waiting for read models: ${string}`;

/** Read models that stand this far behind would show pages that nobody should act on. A burst of writing alone never gets there. */
const LONGEST_LAG = 60;

const tooFar = ({ reader, behind, lagSeconds }: Standing): boolean => reader !== 'policies' && behind >= COUNTED_UP_TO && lagSeconds > LONGEST_LAG;

export interface ReadinessLooks {
  readonly standings: () => Promise<readonly Standing[]>;
  /** Undefined: a platform without keys, which takes no commands. */
  readonly keys: MasterKeys | undefined;
}

export const readinessOf = async ({ standings, keys }: ReadinessLooks): Promise<Readiness> => {
  const found = await standings().catch(() => undefined);
  if (!found) return 'waiting for the database';
  const ids = await keys?.ids().catch(() => []);
  if (!ids?.length) return 'waiting for the master keys';
  const late = [...new Set(found.filter(tooFar).map(({ reader }) => reader))];
  return late.length > 0 ? `waiting for read models: ${late.join(', ')}` : 'ready';
};
