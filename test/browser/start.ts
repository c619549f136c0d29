import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlatform } from './platform.mjs';

/** One platform for the whole run; PERSPECTIEF_URL takes one that runs already (with the demo). A whole story has one of its own. */
export default async function start(): Promise<() => Promise<void>> {
  const states = mkdtempSync(join(tmpdir(), 'perspectief-signed-in-'));
  process.env['BROWSER_STATES'] = states;
  const running = process.env['PERSPECTIEF_URL'] || process.env['WHOLE_STORY'] === '1' ? undefined : await startPlatform();
  if (running) process.env['PERSPECTIEF_URL'] = running.url;
  return async () => {
    await running?.stop();
    rmSync(states, { recursive: true, force: true });
  };
}
