import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureWebApp, root } from '../../../infra/ready.mjs';
import { quickDisk } from '../../../libs/database/src/testing/quick-disk.mjs';

export interface OwnPlatform {
  readonly url: string;
  /** Time passes to this moment (ISO 8601, UTC), and what the clock does by itself is done. */
  readonly at: (now: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A platform of one story alone, that lives in the time of that story. */
export const ownPlatform = async (): Promise<OwnPlatform> => {
  ensureWebApp();
  const data = mkdtempSync(join(quickDisk(), 'perspectief-story-'));
  const env = { ...process.env, DATABASE_URL: '', EVENT_STORE_URL: '' };
  const child = fork(join(root, 'test/browser/story/platform.mjs'), [data], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  const ended = once(child, 'exit');
  const heard = async (): Promise<{ url: string }> => {
    const [message] = (await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error('the platform of the story ended')))])) as [{ url: string }];
    return message;
  };
  const { url } = await heard();
  return {
    url,
    at: async (now) => {
      const reached = heard();
      child.send({ now });
      await reached;
    },
    stop: async () => {
      child.kill('SIGINT');
      await ended;
      rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};
