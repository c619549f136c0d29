import { relative, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { Ending, exitCodes, exitCodesHelp } from '../exit.js';
import { chooseDatabase } from '../opening/database.js';
import { defaultDataDir } from '../opening/data-folder.js';
import { interruptible } from '../opening/interruption.js';
import { exists, isEmptyFolder } from './folder.js';
import { inWords } from './in-words.js';
import type { Manifest } from './manifest.js';
import { keyTextOf, writeKeys } from './master-keys.js';
import { takeBackup } from './take-backup.js';

interface Flags {
  readonly to: string;
  readonly data?: string;
  readonly withKeys?: string;
  readonly json?: boolean;
}

const isInside = (folder: string, path: string): boolean => !relative(resolve(folder), resolve(path)).startsWith('..');

const demandPlaces = async (to: string, keys: string | undefined): Promise<void> => {
  if (keys !== undefined && isInside(to, keys)) throw new Ending(exitCodes.usage, 'Keys beside the data that they open protect nothing: put them elsewhere.');
  if (keys !== undefined && (await exists(keys))) throw new Ending(exitCodes.no, `${keys} is there already.`);
  if (!(await isEmptyFolder(to))) throw new Ending(exitCodes.no, `${to} is not empty. A backup wants a new folder.`);
};

const saveKeys = async (file: string, data: string | undefined): Promise<void> => {
  const text = await keyTextOf(process.env, data ?? defaultDataDir());
  if (text === undefined) throw new Ending(exitCodes.no, 'The backup is made. There are no master keys here to save.');
  await writeKeys(file, text);
};

/** Asks for no keys: whoever makes backups needs none. */
const opened = async (data: string | undefined): Promise<{ readonly url: string; close(): Promise<void> }> => {
  const url = process.env['DATABASE_URL'];
  if (data === undefined && url) return { url, close: () => Promise.resolve() };
  return chooseDatabase({ data }).catch(() => { throw new Ending(exitCodes.database, 'The database cannot be opened.'); });
};

const backup = ({ to, data, withKeys, json = false }: Flags): Promise<void> =>
  interruptible(async (signal) => {
    await demandPlaces(to, withKeys);
    const database = await opened(data);
    try {
      const manifest = await takeBackup(database.url, to, () => signal.throwIfAborted());
      if (!manifest) throw new Ending(exitCodes.no, 'This database holds no platform: there is nothing to back up.');
      if (withKeys !== undefined) await saveKeys(withKeys, data);
      process.stdout.write(json ? `${JSON.stringify(manifest)}\n` : told(manifest, to, withKeys));
    } finally {
      await database.close();
    }
  });

const told = (manifest: Manifest, to: string, keys: string | undefined): string =>
  `${inWords(manifest)}\nThe backup is in ${to}. ${keys ? `The master keys are in ${keys}: keep them apart.` : `Master keys are not in it: ${manifest.masterKeys.join(', ')}.`}\n`;

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
    .option('--json', 'the manifest as JSON')
    .addHelpText('after', EXAMPLES)
    .action(backup);
};
