// Restores into a folder, and waits to be killed when it is in the middle: rows are in, nothing is committed.
import { readManifest } from '../../../dist/backup/manifest.js';
import { restoreBackup } from '../../../dist/backup/restore-backup.js';
import { restoreTarget } from '../../../dist/backup/restore-target.js';

const [from, to] = process.argv.slice(2);
const target = await restoreTarget(to);
await restoreBackup(from, await readManifest(from), target.url, (table) => {
  if (table !== 'read.trajectories') return;
  process.stdout.write(`${target.url}\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
