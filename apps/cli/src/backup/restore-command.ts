import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { ENVIRONMENT } from '@perspectief/privacy';
import { Ending, exitCodes, exitCodesHelp } from '../exit.js';
import { sealFileOf } from '../evaluation/seal.js';
import { interruptible } from '../opening/interruption.js';
import { inWords } from './in-words.js';
import { readManifest, type Manifest } from './manifest.js';
import { giveKeys, missingFrom, writeKeys } from './master-keys.js';
import { restoreBackup, RestoreRefused, type RestoreRefusal } from './restore-backup.js';
import { restoreTarget } from './restore-target.js';

interface Flags {
  readonly from: string;
  readonly data?: string;
  readonly withKeys?: string;
  readonly withSeal?: string;
  readonly json?: boolean;
}

const SENTENCES: Readonly<Record<RestoreRefusal, string>> = {
  NOT_EMPTY: 'The database is not empty. A restore wants a new one; it never writes over what is there.',
  OTHER_TABLES: 'The backup has a table that this version of the program does not make; restore it with the version that made it:',
  FILE_DIFFERS: 'A file of the backup is not what its manifest says. Nothing was restored:',
  ROWS_DIFFER: 'What was restored is not what the manifest says. Do not use it:',
};

const told = (error: unknown): unknown => {
  if (error instanceof RestoreRefused) return new Ending(exitCodes.no, `${SENTENCES[error.code]} ${error.where}`.trim());
  return error;
};

/** The keys to put into the folder, looked at before anything is written. */
const keysFor = async (file: string | undefined, wanted: readonly string[], without: string): Promise<string | undefined> => {
  if (file === undefined) return undefined;
  const text = await readFile(file, 'utf8').catch(() => { throw new Ending(exitCodes.usage, `${file} cannot be read.`); });
  const missing = missingFrom(text, wanted);
  if (missing.length > 0) throw new Ending(exitCodes.no, `${file} does not hold ${missing.join(', ')}: ${without} would stay closed.`);
  return text;
};

const restore = ({ from, data, withKeys, withSeal, json = false }: Flags): Promise<void> =>
  interruptible(async (signal) => {
    const manifest = await readManifest(from);
    if (!manifest) throw new Ending(exitCodes.usage, `${from} holds no whole backup: there is no manifest that can be read.`);
    if (withSeal !== undefined && data === undefined) throw new Ending(exitCodes.usage, '--with-seal goes with --data; on a server of your own EVALUATION_SEAL_FILE names it.');
    if (withKeys !== undefined && data === undefined) throw new Ending(exitCodes.usage, `--with-keys goes with --data; on a server of your own the keys are in ${ENVIRONMENT}.`);
    const keys = await keysFor(withKeys, manifest.masterKeys, 'personal data');
    const seal = await keysFor(withSeal, manifest.studySeals ?? [], 'studies');
    const target = await restoreTarget(data);
    try {
      await restoreBackup(from, manifest, target.url, () => signal.throwIfAborted());
      if (keys !== undefined && data !== undefined) await giveKeys(data, keys);
      if (seal !== undefined && data !== undefined) await writeKeys(sealFileOf({}, data), seal);
    } catch (error) {
      await target.giveUp();
      throw told(error);
    }
    await target.finish();
    process.stdout.write(json ? `${JSON.stringify(manifest)}\n` : `${inWords(manifest)}\nRestored, and read again: every table says what the backup says.\n${keyAdvice(manifest, keys)}`);
  });

const keyAdvice = ({ masterKeys }: Manifest, keys: string | undefined): string =>
  keys !== undefined || masterKeys.length === 0 ? '' : `It opens with the master keys ${masterKeys.join(', ')}; it does not start without them.\n`;

const EXAMPLES = `
Into a new folder or an empty database, never over another. Cut short, it leaves nothing that starts. Households that were erased after
the backup come back with it: erase them again before anybody works (docs/how-to/operations.md).

Examples:
  perspectief restore --from /backups/2026-03-02 --data ./restored --with-keys /vault/master.keys
  DATABASE_URL=postgresql://…/empty perspectief restore --from /backups/2026-03-02

${exitCodesHelp}`;

export const addRestore = (program: Command): void => {
  program
    .command('restore')
    .description('fill a new folder or an empty database from a backup, and prove that both say the same')
    .requiredOption('--from <dir>', 'a backup')
    .addOption(new Option('--data <dir>', 'a new folder for an embedded database (default: the empty database in DATABASE_URL)'))
    .option('--with-keys <file>', 'the master keys, for the new folder')
    .option('--with-seal <file>', 'the seal of study keys, for the new folder')
    .option('--json', 'the manifest as JSON')
    .addHelpText('after', EXAMPLES)
    .action(restore);
};
