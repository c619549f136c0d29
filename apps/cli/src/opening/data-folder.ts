import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const isRepository = (folder: string): boolean => existsSync(join(folder, 'nx.json')) && existsSync(join(folder, 'package.json'));

/** The repository that this program stands in, or undefined once it is installed elsewhere. */
export const repositoryRoot = (from: string = import.meta.dirname): string | undefined => {
  for (let folder = resolve(from); folder !== dirname(folder); folder = dirname(folder)) if (isRepository(folder)) return folder;
  return undefined;
};

/** Where the platform keeps its embedded database when nobody says otherwise: the same for every command. */
export const defaultDataDir = (): string => process.env['PERSPECTIEF_DATA'] ?? join(repositoryRoot() ?? process.cwd(), '.perspectief', 'data');
