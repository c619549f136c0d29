import { join } from 'node:path';
import type { ServiceOptions } from '../service.js';

/** Written by `npm run persisted`. */
const USUAL_MANIFEST = join(import.meta.dirname, '../persisted-operations.json');

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** What whoever runs the service may tighten: TRUSTED_PROXY, PERSISTED_ONLY with PERSISTED_OPERATIONS, LOG_REQUESTS. */
export const hardeningFrom = (env: NodeJS.ProcessEnv): Pick<ServiceOptions, 'trustProxy' | 'persistedOnly' | 'logRequests'> => ({
  trustProxy: env['TRUSTED_PROXY'] || undefined,
  persistedOnly: isOn(env['PERSISTED_ONLY']) ? env['PERSISTED_OPERATIONS'] || USUAL_MANIFEST : undefined,
  logRequests: isOn(env['LOG_REQUESTS']),
});
