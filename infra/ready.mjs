// Makes a fresh clone runnable: installs what the lock file says and builds what changed. Node's own modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Perspectief wants Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(2);
}

const run = (command, args, failure) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(failure);
    process.exit(status ?? 1);
  }
};

/** Installs when the lock file is not the one that was installed last. */
export const ensureInstalled = () => {
  const stamp = join(root, 'node_modules', '.perspectief-lock');
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing what the lock file says; the first time this takes a minute.');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'The install failed: is the npm registry within reach?');
  writeFileSync(stamp, lock);
};

/** Compiles and type-checks what changed; nothing changed costs a fraction of a second. */
export const ensureBuilt = () => {
  run(process.execPath, [join(root, 'node_modules/typescript-7/bin/tsc'), '-b'], 'The build failed; see the messages above.');
};

const webSources = ['apps/web/src', 'apps/web/public', 'apps/web/index.html', 'apps/web/vite.config.ts', 'libs/ui/src', 'libs/graphql-contract/src', 'package-lock.json'];

const filesIn = (path) => (statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => filesIn(join(path, name))) : [path]);

/** Builds the web application when its sources are not those of the last build. */
export const ensureWebApp = () => {
  const stamp = join(root, 'apps/web/dist/sources');
  const hash = createHash('sha256');
  for (const file of webSources.flatMap((path) => filesIn(join(root, path)))) if (!/\.test\.tsx?$/.test(file)) hash.update(file.slice(root.length)).update(readFileSync(file));
  const now = hash.digest('hex');
  if (existsSync(join(root, 'apps/web/dist/site/index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', join(root, 'apps/web'), '--logLevel', 'warn'], 'The web application could not be built; see the messages above.');
  writeFileSync(stamp, now);
};
