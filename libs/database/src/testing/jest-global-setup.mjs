// Only makes folders: the first test that wants a database starts the server, so pure runs pay nothing.
import { chmodSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quickDisk } from './quick-disk.mjs';
import { removeServer } from './remove-server.mjs';

const OURS = /^perspectief-(?:test|temp)-(\d+)-/;
const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Runs that were killed leave a server behind; the next run clears it away. */
const sweep = async (home) => {
  for (const name of readdirSync(home)) {
    const owner = OURS.exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) await removeServer(join(home, name)).catch(() => undefined);
  }
};

export default async () => {
  const disk = tmpdir();
  const home = quickDisk();
  for (const one of new Set([home, disk])) await sweep(one);
  process.env.PERSPECTIEF_TEST_RUN = mkdtempSync(join(home, `perspectief-test-${process.pid}-`));
  // Servers of single tests, backups, files: gone with the run. A server that runs as another user must get through.
  const temporary = mkdtempSync(join(home, `perspectief-temp-${process.pid}-`));
  chmodSync(temporary, 0o711);
  process.env.TMPDIR = process.env.PERSPECTIEF_TEST_TEMP = temporary;
};
