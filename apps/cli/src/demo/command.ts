import { InvalidArgumentError, type Command } from 'commander';
import { parseBusinessDate } from '@perspectief/kernel';
import { Ending, exitCodes, exitCodesHelp } from '../exit.js';
import { withPlatform } from '../opening/platform.js';
import { falsehoodOf } from '../story/report.js';
import { progressOf } from '../terminal/progress.js';
import { loadDemo, type DemoReport } from './demo.js';

interface DemoFlags {
  readonly households: number;
  readonly seed: number;
  readonly today?: string;
  readonly data?: string;
  readonly stories?: boolean;
  readonly json?: boolean;
}

const MOST = 20_000;

const EXAMPLES = `
Plays a made-up caseload: Dutch neighbourhoods, people of a team, households in every phase, pots with requests.
--stories plays the project's stories too: they are its acceptance tests, with people of their own and work that stays open.
The same seed gives the same households. Loading it again writes nothing; a load that was cut off goes on where it was.

Examples:
  perspectief demo load
  perspectief demo load --households 50 --seed 7 --data ./try-out
  perspectief demo load --today 2026-03-01                  the worklist as of that day

${exitCodesHelp}`;

const wholeNumber = (lowest: number, highest: number) => (text: string): number => {
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number >= lowest && number <= highest) return number;
  throw new InvalidArgumentError(`It is a whole number from ${lowest} to ${highest}.`);
};

const businessDate = (text: string): string => {
  const day = parseBusinessDate(text);
  if (day === undefined) throw new InvalidArgumentError('It is a day such as 2026-03-01.');
  return day;
};

const potsInWords = ({ pots: { pots, commands, requests }, seconds }: DemoReport): string =>
  `${pots.length} pots with ${requests} spending requests: ${commands} commands in ${seconds.pots.toFixed(1)} s`;

const inWords = (report: DemoReport): string => {
  const { stories, caseload, pots, seconds } = report;
  const { households, commands, written, events, followed, today } = caseload;
  const rate = Math.round(commands / seconds.caseload);
  return [
    ...(stories.length > 0 ? [`${stories.length} stories played in ${seconds.stories.toFixed(1)} s`] : []),
    `${households} households as of ${today}: ${commands} commands in ${seconds.caseload.toFixed(1)} s (${rate}/s), read models included`,
    potsInWords(report),
    written + pots.written === 0 ? 'All of it was there already; nothing was written.' : `${written} of them wrote ${events} events; the clock did ${followed} things by itself`,
  ].join('\n');
};

const complaintsOf = ({ stories, caseload, pots }: DemoReport): readonly string[] => {
  const refused = [...caseload.refused, ...pots.refused];
  return [
    ...stories.map(falsehoodOf).filter((sentence) => sentence !== undefined),
    ...refused.slice(0, 10),
    ...(refused.length > 10 ? [`and ${refused.length - 10} more`] : []),
  ];
};

const load = ({ households, seed, today, data, stories, json = false }: DemoFlags): Promise<void> =>
  withPlatform({ data }, async ({ platform, clock, signal }) => {
    const progress = progressOf(households, 'households');
    const onHousehold = (done: number): void => progress.to(done);
    const report = await loadDemo(platform, clock, { households, seed, today, stories, onHousehold, signal }).finally(() => progress.end());
    process.stdout.write(`${json ? JSON.stringify({ ...report.caseload, pots: report.pots }) : inWords(report)}\n`);
    const complaints = complaintsOf(report);
    if (complaints.length > 0) throw new Ending(exitCodes.no, `Not all went as the demo expects:\n${complaints.join('\n')}`);
  });

export const addDemo = (program: Command): void => {
  program
    .command('demo')
    .description('made-up households to look at')
    .command('load')
    .description('a made-up caseload')
    .option('--households <number>', 'how many', wholeNumber(0, MOST), 500)
    .option('--seed <number>', 'another number, other households', wholeNumber(0, 999_999_999), 1)
    .option('--today <date>', 'the day that the caseload is of (default: today; a load begun earlier keeps its own)', businessDate)
    .option('--stories', "also the project's stories")
    .option('--data <dir>', 'embedded database in this folder (default: DATABASE_URL, else .perspectief/data)')
    .option('--json', 'the figures as JSON')
    .addHelpText('after', EXAMPLES)
    .action(load);
};
