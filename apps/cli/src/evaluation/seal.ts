import { join } from 'node:path';
import type { StudySeal } from '@perspectief/evaluation-records';
import { BadMasterKeys, keysInFile } from '@perspectief/privacy';
import { Ending, exitCodes } from '../exit.js';
import { defaultDataDir } from '../opening/data-folder.js';

/** What study keys are sealed with: named by the environment, or beside the embedded database. */
export const SEAL_FILE = 'EVALUATION_SEAL_FILE';
export const sealFileOf = (env: NodeJS.ProcessEnv, dataDir: string): string => env[SEAL_FILE] || join(dataDir, 'study.seal');

const missing = (): Promise<never> => Promise.reject(new Ending(exitCodes.usage, `${SEAL_FILE} names the file that study keys of this database are sealed with.`));

/** On a server of one's own a seal is named, never made up: one that the service does not have would close a study to it. */
const unnamed: StudySeal = { ids: missing, wrap: missing, unwrap: missing };

export const sealFor = async (data: string | undefined): Promise<StudySeal> => {
  const elsewhere = data === undefined && process.env['DATABASE_URL'];
  if (elsewhere && !process.env[SEAL_FILE]) return unnamed;
  const seal = await sealIn(sealFileOf(process.env, data ?? defaultDataDir()));
  return {
    ids: () => seal.ids(),
    wrap: (name, key) => seal.wrap(name, key),
    unwrap: (name, sealed) => seal.unwrap(name, sealed).catch(() => { throw new Ending(exitCodes.no, 'The key of this study is sealed with a seal that is not in the file.'); }),
  };
};

const sealIn = (file: string) =>
  keysInFile(file).catch((error: unknown) => {
    throw new Ending(exitCodes.no, error instanceof BadMasterKeys ? `The seal is not as it must be: ${error.message}.` : `${file} cannot be read or made.`);
  });

/** A new seal, the newest from now on: the service seals every study key with it at its next start. `--forget-old` after that. */
export const rotateSeal = async (file: string, { forgetOld = false }: { readonly forgetOld?: boolean }): Promise<void> => {
  const seal = await sealIn(file);
  const before = await seal.ids();
  if (forgetOld) {
    await seal.remove?.(before.slice(0, -1));
    process.stdout.write(`Forgotten: ${before.slice(0, -1).join(', ') || 'nothing, there was one seal'}.\n`);
    return;
  }
  const added = await seal.add?.();
  process.stdout.write(`${added} seals study keys from the next start of the evaluation service. Then: perspectief evaluation rotate-seal ${file} --forget-old\n`);
};
