// Only makes the folder: the first test that wants a database starts the server, so pure runs pay nothing.
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeServer } from './remove-server.mjs';

const OURS = /^perspectief-test-(\d+)-/;

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Runs that were killed leave a server behind; the next run clears it away. */
const sweep = async () => {
  for (const name of readdirSync(tmpdir())) {
    const owner = OURS.exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) await removeServer(join(tmpdir(), name)).catch(() => undefined);
  }
};

export default async () => {
  await sweep();
  process.env.PERSPECTIEF_TEST_RUN = mkdtempSync(join(tmpdir(), `perspectief-test-${process.pid}-`));
};
