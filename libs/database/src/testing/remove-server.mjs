import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Stops a throw-away server without saving anything, and removes its folder. */
export const removeServer = async (folder) => {
  const file = join(folder, 'postgres-18', 'postmaster.pid');
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    try {
      process.kill(pid, 'SIGQUIT');
    } catch {
      // It was gone already, and its file stayed.
    }
    for (let i = 0; i < 100 && existsSync(file); i++) await pause(50);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
};
