// `npm run lint`: style and boundaries, of all or of what is named.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { makeProjectGraph } from './project-graph.mjs';
import { root } from './ready.mjs';

const named = process.argv.slice(2);
makeProjectGraph();
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/eslint/bin/eslint.js'), ...(named.length > 0 ? named : ['apps', 'libs', 'test', 'infra']), '--max-warnings', '0'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true' } },
);
process.exit(status ?? 1);
