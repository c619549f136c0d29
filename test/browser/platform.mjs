// One built platform with a small demo, in a folder and on a port of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureWebApp, root } from '../../infra/ready.mjs';
import { quickDisk } from '../../libs/database/src/testing/quick-disk.mjs';

const main = join(root, 'apps/platform/dist/main.js');

/**
 * Starts the platform and waits until its demo is there. The types must have been built (`npm run build`).
 * @param {{ households?: number }} options how many households the demo makes up
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 * @throws when it ends before it is ready, with what it said
 */
export const startPlatform = async ({ households = 42 } = {}) => {
  ensureWebApp();
  const data = mkdtempSync(join(quickDisk(), 'perspectief-browser-'));
  const env = { ...process.env, DATABASE_URL: '', EVENT_STORE_URL: '' };
  const child = spawn(process.execPath, [main, '--port', '0', '--households', String(households), '--data', data], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const url = await new Promise((resolve, reject) => {
      let said = '';
      const hear = (chunk) => {
        said += chunk;
        if (said.includes('The demo is loaded.')) resolve(/runs on (http:\S+)/.exec(said)?.[1]);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      void ended.then((code) => reject(new Error(`the platform ended with ${code}: ${said}`)));
    });
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
