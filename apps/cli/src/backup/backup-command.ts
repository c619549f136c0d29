import { relative, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { Ending, exitCodes, exitCodesHelp } from '../exit.js';
import { sealFileOf } from '../evaluation/seal.js';
import { databaseWithoutKeys } from '../opening/database.js';
import { defaultDataDir } from '../opening/data-folder.js';
import { interruptible } from '../opening/interruption.js';
import { OpenStudyKeys } from './evaluation-tables.js';
import { exists, isEmptyFolder } from './folder.js';
import { inWords } from './in-words.js';
import type { Manifest } from './manifest.js';
import { keyTextOf, sealTextOf, writeKeys } from './master-keys.js';
import { takeBackup } from './take-backup.js';

interface Flags {
  readonly to: string;
  readonly data?: string;
  readonly withKeys?: string;
  readonly withSeal?: string;
  readonly json?: boolean;
}

const isInside = (folder: string, path: string): boolean => !relative(resolve(folder), resolve(path)).startsWith('..');

const demandPlaces = async (to: string, files: readonly (string | undefined)[]): Promise<void> => {
  for (const file of files.filter((one) => one !== undefined)) {
    if (isInside(to, file)) throw new Ending(exitCodes.usage, 'Keys beside the data that they open protect nothing: put them elsewhere.');
    if (await exists(file)) throw new Ending(exitCodes.no, `${file} is there already.`);
  }
  if (!(await isEmptyFolder(to))) throw new Ending(exitCodes.no, `${to} is not empty. A backup wants a new folder.`);
};

const saveKeys = async (file: string, data: string | undefined): Promise<void> => {
  const text = await keyTextOf(process.env, data ?? defaultDataDir());
  if (text === undefined) throw new Ending(exitCodes.no, 'The backup is made. There are no master keys here to save.');
  await writeKeys(file, text);
};

const saveSeal = async (file: string, data: string | undefined): Promise<void> => {
  const text = await sealTextOf(sealFileOf(process.env, data ?? defaultDataDir()));
  if (text === undefined) throw new Ending(exitCodes.no, 'The backup is made. There is no seal of study keys here to save.');
  await writeKeys(file, text);
};

const refusal = (error: unknown): unknown =>
  error instanceof OpenStudyKeys ? new Ending(exitCodes.no, 'Study keys lie open in this database: start the evaluation service once, so that they are sealed. Nothing was backed up.') : error;

/** Asks for no keys: whoever makes backups needs none. */
const opened = (data: string | undefined) => databaseWithoutKeys(data).catch(() => { throw new Ending(exitCodes.database, 'The database cannot be opened.'); });

const backup = ({ to, data, withKeys, withSeal, json = false }: Flags): Promise<void> =>
  interruptible(async (signal) => {
    await demandPlaces(to, [withKeys, withSeal]);
    const database = await opened(data);
    try {
      const manifest = await takeBackup(database.url, to, () => signal.throwIfAborted()).catch((error: unknown) => { throw refusal(error); });
      if (!manifest) throw new Ending(exitCodes.no, 'This database holds no platform: there is nothing to back up.');
      if (withKeys !== undefined) await saveKeys(withKeys, data);
      if (withSeal !== undefined) await saveSeal(withSeal, data);
      process.stdout.write(json ? `${JSON.stringify(manifest)}\n` : told(manifest, to, { withKeys, withSeal }));
    } finally {
      await database.close();
    }
  });

const told = (manifest: Manifest, to: string, { withKeys: keys, withSeal: seal }: Pick<Flags, 'withKeys' | 'withSeal'>): string => {
  const { masterKeys, studySeals = [] } = manifest;
  const ofKeys = keys ? `The master keys are in ${keys}: keep them apart.` : `Master keys are not in it: ${masterKeys.join(', ')}.`;
  const ofSeals = seal ? ` The seal of study keys is in ${seal}: keep it apart.` : studySeals.length > 0 ? ` Seals of study keys are not in it: ${studySeals.join(', ')}.` : '';
  return `${inWords(manifest)}\nThe backup is in ${to}. ${ofKeys}${ofSeals}\n`;
};

const EXAMPLES = `
One snapshot of the whole database, taken while the platform runs. Personal texts in it are sealed; names of staff, amounts and dates are
not: keep it as you keep the database (docs/how-to/operations.md). Where the log is in KurrentDB, back that up after this one.

Examples:
  perspectief backup --to /backups/2026-03-02
  perspectief backup --to /backups/2026-03-02 --with-keys /vault/master.keys

${exitCodesHelp}`;

export const addBackup = (program: Command): void => {
  program
    .command('backup')
    .description('a copy of everything, with digests, while the platform runs')
    .requiredOption('--to <dir>', 'a new folder')
    .addOption(new Option('--data <dir>', 'embedded database in this folder (default: DATABASE_URL, else .perspectief/data)'))
    .option('--with-keys <file>', 'save the master keys too, in this file outside of the backup')
    .option('--with-seal <file>', 'save the seal of study keys too, in this file outside of the backup')
    .option('--json', 'the manifest as JSON')
    .addHelpText('after', EXAMPLES)
    .action(backup);
};
