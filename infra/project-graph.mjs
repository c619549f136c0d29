import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './ready.mjs';

/** The boundary rule reads the project graph that Nx keeps: without one it says nothing at all, and a stale one lets violations through. */
export const makeProjectGraph = () => {
  const scratch = mkdtempSync(join(tmpdir(), 'perspectief-graph-'));
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'graph', `--file=${join(scratch, 'graph.json')}`], {
    cwd: root, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true' },
  });
  rmSync(scratch, { recursive: true, force: true });
  if (status !== 0) throw new Error(`the project graph could not be made: ${stderr}`);
};
