import { InvalidArgumentError, Option, type Command } from 'commander';
import { dayOf, isUuid, parseBusinessDate, parseInstant, toLocal, type BusinessDate, type Instant } from '@perspectief/kernel';
import type { Platform } from '@perspectief/assembly';
import type { TrajectoryView } from '@perspectief/trajectory-read';
import { Ending, exitCodes, exitCodesHelp } from '../exit.js';
import { withPlatform } from '../opening/platform.js';
import { pageText } from './page.js';
import { languages, type Language } from './words.js';

interface ShowFlags {
  readonly asOf?: BusinessDate;
  readonly knownAt?: Instant;
  readonly lang: Language;
  readonly data?: string;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  perspectief trajectory show 6b1f…                            as it is now
  perspectief trajectory show 6b1f… --as-of 2024-02-01         as it was at the end of that day
  perspectief trajectory show 6b1f… --as-of 2024-02-01 --known-at 2024-02-03T12:00
                                                               as it was, and as it was known then
  perspectief trajectory show 6b1f… --lang en

${exitCodesHelp}`;

const read = <T>(parse: (text: string) => T | undefined, what: string) => (text: string): T => {
  const value = parse(text);
  if (value === undefined) throw new InvalidArgumentError(what);
  return value;
};

const namesOn = async ({ directory }: Platform, { coachId, tandem }: TrajectoryView): Promise<Record<string, string>> => {
  const ids = [coachId, tandem.coachId, tandem.expertId].filter((id) => id !== undefined);
  return Object.fromEntries((await directory.find(ids)).map(({ id, name }) => [id, name]));
};

const pageIn = async (platform: Platform, id: string, { asOf, knownAt, lang, json }: ShowFlags): Promise<string> => {
  const today = dayOf(toLocal(new Date().toISOString()));
  const at = { asOf, knownAt };
  // Of now, the read model must have read the whole log first: nobody may be catching up.
  if (!asOf && !knownAt) await platform.projections.catchUp();
  // Whoever has the keys at hand, as this program has, reads it all.
  const opened = <T>(answer: T): Promise<T> => platform.personalData.open(answer, () => true);
  const view = await opened(await platform.pages.trajectory(id, { ...at, today }));
  if (!view) throw new Ending(exitCodes.no, `There is no trajectory ${id}${asOf || knownAt ? ' at that moment' : ''}.`);
  if (json) return JSON.stringify(view);
  const timeline = (await opened(await platform.pages.timeline(id, at))) ?? [];
  return pageText({ view, timeline, knownAt, names: await namesOn(platform, view), language: lang });
};

const show = async (id: string, flags: ShowFlags): Promise<void> => {
  if (!isUuid(id.toLowerCase())) throw new Ending(exitCodes.usage, 'The id of a trajectory is a UUID.');
  await withPlatform({ data: flags.data }, async ({ platform }) => {
    process.stdout.write(`${await pageIn(platform, id.toLowerCase(), flags)}\n`);
  });
};

export const addTrajectory = (program: Command): void => {
  program
    .command('trajectory')
    .description('one household’s course of support')
    .command('show')
    .description('a readable page of one trajectory')
    .argument('<id>', 'id of the trajectory')
    .option('--as-of <date>', 'as it was at the end of that day', read(parseBusinessDate, 'It is a day such as 2024-02-01.'))
    .option('--known-at <moment>', 'as it was known at that moment', read(parseInstant, 'It is a moment such as 2024-02-03T12:00.'))
    .addOption(new Option('--lang <language>', 'language of the page').choices(languages).default('nl'))
    .option('--data <dir>', 'embedded database in this folder (default: DATABASE_URL, else .perspectief/data)')
    .option('--json', 'the page as JSON')
    .addHelpText('after', EXAMPLES)
    .action(show);
};
