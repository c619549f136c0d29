import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../infra/ready.mjs';

const git = (...args) => {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim());
  return stdout.trim();
};

/** Where tables are made. */
const SCHEMAS = [':(glob)libs/**/src/schema/**', ':(glob)libs/runtime/src/runtime-tables.ts', ':(glob)libs/assembly/src/worklist-view.ts', ':(exclude,glob)**/*.spec.ts'];

/** The last tag that is not this commit; without one, the commit before tables changed last. */
export const earlierVersion = () => {
  const tag = spawnSync('git', ['describe', '--tags', '--abbrev=0', 'HEAD^'], { cwd: root, encoding: 'utf8' });
  if (tag.status === 0) return tag.stdout.trim();
  return git('rev-parse', '--short', `${git('log', '-1', '--format=%H', '--', ...SCHEMAS)}^`);
};

/** These run in the earlier tree too, on its own packages. */
const SERVICE = ['service.mjs', 'jumping-date.mjs', 'probe.mjs'];

const run = (command, args, cwd) => {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed in the earlier tree`);
};

/** The project as it was, built, in a temporary folder; where that is on one disk with this one, its packages cost no room. */
export const earlierTree = (ref) => {
  const folder = mkdtempSync(join(tmpdir(), 'perspectief-earlier-'));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
    git('worktree', 'prune');
  };
  try {
    git('worktree', 'add', '--detach', '--force', folder, ref);
    const lock = (tree) => readFileSync(join(tree, 'package-lock.json'), 'utf8');
    // Links of workspaces are relative: copied, they point into the earlier tree.
    const linked = lock(folder) === lock(root) && spawnSync('cp', ['-al', join(root, 'node_modules'), folder]).status === 0;
    if (!linked) run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], folder);
    run(process.execPath, ['node_modules/typescript-7/bin/tsc', '-b'], folder);
    if (!existsSync(join(folder, 'test/faults'))) throw new Error(`${ref} is from before the fault tests: nothing there runs a service under test`);
    for (const name of SERVICE) cpSync(join(root, 'test/faults', name), join(folder, 'test/faults', name));
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  }
};
