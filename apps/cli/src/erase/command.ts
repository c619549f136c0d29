import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { dayOf, isUuid, toLocal } from '@perspectief/kernel';
import { verifyErasure, type ErasureCertificate } from '@perspectief/privacy';
import { Ending, exitCodes, exitCodesHelp } from '../exit.js';
import { defaultDataDir } from '../opening/data-folder.js';
import { withPlatform } from '../opening/platform.js';
import { tableOf } from '../terminal/table.js';

interface Flags {
  readonly canary?: readonly string[];
  readonly also?: readonly string[];
  readonly data?: string;
  readonly json?: boolean;
}

const EXAMPLES = `
Looks for an erased household in every row of every table and every byte of the data folder (the server's own files, its log of
writes and its temporary files among them), and for keys that still live. Words are never repeated: the certificate numbers them.

Examples:
  perspectief erase due --municipality groningen
  perspectief erase verify 0f4c…
  perspectief erase verify 0f4c… --canary "Achternaam" "Voorbeeldstraat 12" 123456782
  perspectief erase verify 0f4c… --canary Achternaam --also /backups/perspectief ./exports --json > certificate.json

${exitCodesHelp}`;

const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

const findingsIn = ({ erased, livingKeys, tables, files }: ErasureCertificate): readonly string[] => [
  ...(erased ? [] : ['This household was not erased.']),
  ...(livingKeys > 0 ? [`${livingKeys} keys still live.`] : []),
  ...tables.findings.map(({ table, rows, canary }) => `Word ${canary} stands in ${rows} rows of ${table}.`),
  ...files.findings.map(({ file, canary }) => `Word ${canary} stands in ${file}.`),
  ...files.unread.map((path) => `${path} could not be read.`),
];

const inWords = (certificate: ErasureCertificate): string => {
  const { householdId, verifiedAt, erased, words, tables, files, folders, clean } = certificate;
  return [
    `Certificate of erasure: household ${householdId}`,
    `Verified at ${verifiedAt}`,
    ...(erased ? [`Erased at ${erased.at} (${erased.reason}); ${erased.keysDestroyed} keys destroyed`] : []),
    `Words looked for: ${words}`,
    `Tables: ${tables.tables}, rows: ${tables.rows}`,
    `Files: ${files.files}, ${mebibytes(files.bytes)}, in ${folders.join(', ') || 'no folder'}`,
    ...findingsIn(certificate),
    clean ? 'Nothing was found.' : 'NOT CLEAN.',
  ].join('\n');
};

const verify = async (id: string, { canary = [], also = [], data, json = false }: Flags): Promise<void> => {
  const householdId = id.toLowerCase();
  if (!isUuid(householdId)) throw new Ending(exitCodes.usage, 'The id of a household is a UUID.');
  const ownFolder = data ?? (process.env['DATABASE_URL'] ? undefined : defaultDataDir());
  await withPlatform({ data }, async ({ platform }) => {
    await platform.projections.catchUp();
    const folders = [...(ownFolder === undefined ? [] : [ownFolder]), ...also].map((folder) => resolve(folder));
    const certificate = await verifyErasure(platform.database, { householdId, words: canary, folders, now: () => new Date() }).catch((error: unknown) => {
      if (error instanceof RangeError) throw new Ending(exitCodes.usage, `A word to look for has four letters at least: ${error.message}.`);
      throw error;
    });
    process.stdout.write(`${json ? JSON.stringify(certificate) : inWords(certificate)}\n`);
    if (!certificate.clean) throw new Ending(exitCodes.no, 'The household is not wholly gone.');
  });
};

interface DueFlags {
  readonly municipality: string;
  readonly data?: string;
  readonly json?: boolean;
}

const due = ({ municipality, data, json = false }: DueFlags): Promise<void> =>
  withPlatform({ data }, async ({ platform }) => {
    await platform.projections.catchUp();
    const found = await platform.retention.due(municipality, dayOf(toLocal(new Date().toISOString())));
    const rows = found.map(({ householdId, what, lastClosedOn, dueOn, rules }) => [householdId, what, lastClosedOn, dueOn, rules.map(({ id, years, confidence }) => `${id}: ${years} years (${confidence})`).join(', ')]);
    process.stdout.write(`${json ? JSON.stringify(found) : rows.length === 0 ? 'Nothing is due.' : tableOf(['household', 'what', 'closed', 'due', 'by'], rows)}\n`);
  });

export const addErase = (program: Command): void => {
  const erase = program.command('erase').description('forgetting a household').addHelpText('after', EXAMPLES);
  erase
    .command('due')
    .description('whose retention has ended; a privacy officer decides, nothing goes by itself')
    .requiredOption('--municipality <code>', 'such as groningen')
    .addOption(new Option('--data <dir>', 'embedded database in this folder (default: DATABASE_URL, else .perspectief/data)'))
    .option('--json', 'a list as JSON')
    .addHelpText('after', EXAMPLES)
    .action(due);
  erase
    .command('verify')
    .description('look for an erased household everywhere, and print a certificate')
    .argument('<household>', 'id of the household')
    .option('--canary <word...>', 'words that must be nowhere: a name, a street, a number')
    .option('--also <path...>', 'exports, logs, backups: files or folders')
    .addOption(new Option('--data <dir>', 'embedded database in this folder (default: DATABASE_URL, else .perspectief/data)'))
    .option('--json', 'the certificate as JSON')
    .addHelpText('after', EXAMPLES)
    .action(verify);
};
