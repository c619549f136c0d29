import { Option, type Command } from 'commander';
import { forgetOldMasters, keyStatus, rewrapAll, type KeyStatus } from '@perspectief/privacy';
import { Ending, exitCodes, exitCodesHelp } from '../exit.js';
import { withPlatform } from '../opening/platform.js';
import { progressOf } from '../terminal/progress.js';
import { tableOf } from '../terminal/table.js';

interface Flags {
  readonly data?: string;
  readonly json?: boolean;
  readonly forgetOld?: boolean;
}

const EXAMPLES = `
Personal data are sealed with a key for each household and law; those keys are wrapped by a master key. It stands in keys/master.keys
of the data folder, or in PERSPECTIEF_MASTER_KEYS (id:base64, oldest first, commas between). Keep a copy apart from backups of the data:
without it nobody reads them, and with it old backups still open keys that were destroyed since. After rotate --forget-old they do not.

Examples:
  perspectief keys status
  perspectief keys rotate
  perspectief keys rotate --forget-old

${exitCodesHelp}`;

const inWords = ({ masters, living, destroyed, households }: KeyStatus): string =>
  [
    tableOf(
      ['master key', 'here', 'wraps', ''],
      masters.map(({ id, here, newest, wraps, retired }) => [id, here ? 'yes' : 'no', String(wraps), newest ? 'newest' : retired ? 'retired' : '']),
    ),
    `${living} data keys of ${households} households; ${destroyed} destroyed.`,
  ].join('\n');

const status = ({ data, json }: Flags): Promise<void> =>
  withPlatform({ data }, async ({ platform, keys }) => {
    const found = await keyStatus(platform.database, keys);
    process.stdout.write(`${json ? JSON.stringify(found) : inWords(found)}\n`);
  });

/** A rotation that was cut off goes on: only when nothing is under way is another key made. */
const rotate = ({ data, json, forgetOld = false }: Flags): Promise<void> =>
  withPlatform({ data }, async ({ platform, keys }) => {
    const { database } = platform;
    const before = await keyStatus(database, keys);
    const underWay = before.masters.some(({ newest, wraps, retired }) => !newest && !retired && wraps > 0);
    if (!underWay) await keys.add?.();
    const progress = progressOf(before.living, 'keys');
    const rewrapped = await rewrapAll(database, keys, (done) => progress.to(done)).finally(() => progress.end());
    const forgotten = forgetOld ? await forgetOldMasters(database, keys) : [];
    if (!forgotten) throw new Ending(exitCodes.no, 'Keys were made under the old master key meanwhile. Run it again.');
    const after = await keyStatus(database, keys);
    process.stdout.write(json ? `${JSON.stringify({ rewrapped, forgotten, ...after })}\n` : `${rewrapped} data keys wrapped anew, ${forgotten.length} master keys forgotten.\n${inWords(after)}\n`);
  });

export const addKeys = (program: Command): void => {
  const keys = program.command('keys').description('the keys that personal data are sealed with').addHelpText('after', EXAMPLES);
  const data = (): Option => new Option('--data <dir>', 'embedded database in this folder (default: DATABASE_URL, else .perspectief/data)');
  keys.command('status').description('which master keys there are, and what they wrap').addOption(data()).option('--json', 'as JSON').addHelpText('after', EXAMPLES).action(status);
  keys
    .command('rotate')
    .description('make a new master key and wrap every data key with it; cut off, run it again')
    .option('--forget-old', 'let go of the older master keys')
    .addOption(data())
    .option('--json', 'as JSON')
    .addHelpText('after', EXAMPLES)
    .action(rotate);
};
