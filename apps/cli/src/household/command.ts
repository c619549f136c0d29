import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { householdExportPage } from '@perspectief/assembly';
import { isUuid } from '@perspectief/kernel';
import { Ending, exitCodes, exitCodesHelp } from '../exit.js';
import { withPlatform } from '../opening/platform.js';

interface Flags {
  readonly out: string;
  readonly data?: string;
}

const EXAMPLES = `
Writes what a household may ask for under the law (AVG 15): export.json for machines and export.html to read and print, both for their
owner's eyes alone (0600). Give them to the household, and remove them.

Examples:
  perspectief household export 0f4c… --out ./for-the-family

${exitCodesHelp}`;

const PRIVATE = { mode: 0o600, flag: 'wx' };

const exportOne = async (id: string, { out, data }: Flags): Promise<void> => {
  const householdId = id.toLowerCase();
  if (!isUuid(householdId)) throw new Ending(exitCodes.usage, 'The id of a household is a UUID.');
  await withPlatform({ data }, async ({ platform }) => {
    await platform.projections.catchUp();
    const all = await platform.exports.export(householdId, new Date());
    if (!all) throw new Ending(exitCodes.no, 'There is no such household, or it was erased.');
    await mkdir(out, { recursive: true, mode: 0o700 });
    await writeFile(join(out, 'export.json'), `${JSON.stringify(all, null, 2)}\n`, PRIVATE);
    await writeFile(join(out, 'export.html'), householdExportPage(all), PRIVATE);
    process.stdout.write(`${join(out, 'export.json')}\n${join(out, 'export.html')}\n`);
  });
};

export const addHousehold = (program: Command): void => {
  program
    .command('household')
    .description('one household')
    .command('export')
    .description('everything that is kept of it, as JSON and as a page to print')
    .argument('<household>', 'id of the household')
    .requiredOption('--out <dir>', 'a folder that has no export yet')
    .addOption(new Option('--data <dir>', 'embedded database in this folder (default: DATABASE_URL, else .perspectief/data)'))
    .addHelpText('after', EXAMPLES)
    .action(exportOne);
};
