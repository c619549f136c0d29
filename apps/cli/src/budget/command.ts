import { InvalidArgumentError, Option, type Command } from 'commander';
import { isUuid, parseBusinessDate, type BusinessDate } from '@perspectief/kernel';
import type { Platform } from '@perspectief/assembly';
import { Ending, exitCodes, exitCodesHelp } from '../exit.js';
import { withPlatform } from '../opening/platform.js';
import { languages, type Language } from '../trajectory/words.js';
import { statementText } from './page.js';

export interface StatementFlags {
  readonly year: number;
  readonly asOf?: BusinessDate;
  readonly lang: Language;
  readonly data?: string;
  readonly json?: boolean;
}

const EXAMPLES = `
What each law put in, paid, and owes or is owed; per quarter below. Ids: the query pooledBudgets, or perspectief demo load --json.

Examples:
  perspectief budget statement 6b1f… --year 2025
  perspectief budget statement 6b1f… --year 2025 --as-of 2025-06-30
  perspectief budget statement 6b1f… --year 2025 --json | jq .statement.domains

${exitCodesHelp}`;

const year = (text: string): number => {
  if (/^(19|20|21)\d{2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a year such as 2025.');
};

const day = (text: string): BusinessDate => {
  const known = parseBusinessDate(text);
  if (known === undefined) throw new InvalidArgumentError('It is a day such as 2025-06-30.');
  return known;
};

export const statementIn = async ({ budgets: { pots }, projections }: Pick<Platform, 'budgets' | 'projections'>, id: string, flags: StatementFlags): Promise<string> => {
  const { asOf, lang: language, json } = flags;
  // Of now, the read model must have read the whole log first: nobody may be catching up.
  if (asOf === undefined) await projections.catchUp();
  const [budget, statement] = await Promise.all([pots.pooledBudget(id, { asOf }), pots.yearStatement(id, flags.year, { asOf })]);
  if (!budget || !statement) throw new Ending(exitCodes.no, `There is no budget ${id}${asOf === undefined ? '' : ' on that day'}.`);
  return json ? JSON.stringify({ budget, statement }) : statementText({ budget, statement, asOf, language });
};

const show = async (id: string, flags: StatementFlags): Promise<void> => {
  const budgetId = id.toLowerCase();
  if (!isUuid(budgetId)) throw new Ending(exitCodes.usage, 'The id of a budget is a UUID.');
  await withPlatform({ data: flags.data }, async ({ platform }) => {
    process.stdout.write(`${await statementIn(platform, budgetId, flags)}\n`);
  });
};

export const addBudget = (program: Command): void => {
  program
    .command('budget')
    .description('one pot with the money of several laws')
    .command('statement')
    .description('the account of a year, by law and by quarter')
    .argument('<id>', 'id of the budget')
    .requiredOption('--year <year>', 'the year', year)
    .option('--as-of <date>', 'as it was at the end of that day', day)
    .addOption(new Option('--lang <language>', 'language of the page').choices(languages).default('nl'))
    .option('--data <dir>', 'embedded database in this folder (default: DATABASE_URL, else .perspectief/data)')
    .option('--json', 'pot and statement as JSON, amounts in cents')
    .addHelpText('after', EXAMPLES)
    .action(show);
};
