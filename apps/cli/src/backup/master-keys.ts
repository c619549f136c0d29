import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ENVIRONMENT, readKeyRing } from '@perspectief/privacy';
import { writeWhole } from './folder.js';

/** Where a data folder keeps its master keys. */
const keyFileIn = (dataFolder: string): string => join(dataFolder, 'keys', 'master.keys');

/** The keys of the environment, or else those of a data folder, as text. Undefined where there are none. */
export const keyTextOf = async (env: NodeJS.ProcessEnv, dataFolder: string): Promise<string | undefined> =>
  env[ENVIRONMENT]?.trim() || readFile(keyFileIn(dataFolder), 'utf8').catch(() => undefined);

export const sealTextOf = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);

/** For their owner alone. */
export const writeKeys = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeWhole(path, text.endsWith('\n') ? text : `${text}\n`);
};

export const giveKeys = (dataFolder: string, text: string): Promise<void> => writeKeys(keyFileIn(dataFolder), text);

/** Names of the keys that the data want and this text does not have. Throws `BadMasterKeys`. */
export const missingFrom = (text: string, wanted: readonly string[]): readonly string[] => {
  const ring = readKeyRing(text);
  return wanted.filter((id) => !ring.has(id));
};
