import { Option, type Command } from 'commander';
import type { Platform } from '@perspectief/assembly';
import type { ProjectionStatus } from '@perspectief/runtime';
import { Ending, exitCodes, exitCodesHelp } from '../exit.js';
import { withPlatform, type Opened } from '../opening/platform.js';
import { addParked } from './parked.js';
import { progressOf } from '../terminal/progress.js';
import { tableOf } from '../terminal/table.js';

interface StatusFlags {
  readonly data?: string;
  readonly json?: boolean;
}
interface RebuildFlags {
  readonly data?: string;
  readonly all?: boolean;
}

const COUNTED_UP_TO = 1_000;

const row = ({ name, version, position, behind, parked, updatedAt, error }: ProjectionStatus): string[] => [
  name,
  String(version),
  position ?? 'beginning',
  behind >= COUNTED_UP_TO ? `${COUNTED_UP_TO} or more` : String(behind),
  String(parked),
  updatedAt ?? 'never',
  error ?? '',
];

const status = ({ data, json = false }: StatusFlags): Promise<void> =>
  withPlatform({ data, mending: true }, async ({ platform }) => {
    const found = await platform.projections.status();
    const text = json ? JSON.stringify(found) : tableOf(['name', 'version', 'position', 'behind', 'parked', 'updated', 'error'], found.map(row));
    process.stdout.write(`${text}\n`);
  });

const chosen = (name: string | undefined, all: boolean, known: readonly string[]): readonly string[] => {
  if (all === (name !== undefined)) throw new Ending(exitCodes.usage, 'Name one projection, or say --all.');
  if (name === undefined) return known;
  if (!known.includes(name)) throw new Ending(exitCodes.no, `No projection is called ${name}. There are: ${known.join(', ')}.`);
  return [name];
};

/** Only for the length of the bar: a log that cannot be counted has a bar that grows. */
const lengthOfLog = async ({ database }: Platform): Promise<number> => {
  const [row] = (await database.query('select count(*)::int as events from log.events').catch(() => [])) as { events: number }[];
  return row?.events ?? 1;
};

const rebuildOne = async ({ platform, signal }: Opened, name: string): Promise<void> => {
  const total = await lengthOfLog(platform);
  const progress = progressOf(total, name);
  const began = performance.now();
  let read = 0;
  const onProgress = (events: number): void => {
    signal.throwIfAborted();
    read = events;
    progress.grow(Math.max(total, read));
    progress.to(read);
  };
  await platform.projections.rebuild(name, { onProgress }).finally(() => progress.end());
  const seconds = (performance.now() - began) / 1_000;
  process.stdout.write(`${name}: ${read} events in ${seconds.toFixed(1)} s, ${Math.round(read / seconds)} events/s\n`);
};

const rebuild = (name: string | undefined, { data, all = false }: RebuildFlags): Promise<void> =>
  withPlatform({ data, mending: true }, async (opened) => {
    const known = (await opened.platform.projections.status()).map((projection) => projection.name);
    for (const each of chosen(name, all, known)) await rebuildOne(opened, each);
  });

const EXAMPLES = `
Examples:
  perspectief projections status
  perspectief projections status --json
  perspectief projections rebuild trajectory
  perspectief projections parked
  perspectief projections retry trajectory
  perspectief projections rebuild --all --data ./lasting

${exitCodesHelp}`;

export const addProjections = (program: Command): void => {
  const projections = program.command('projections').description('the read models: how far they are, and making them anew').addHelpText('after', EXAMPLES);
  const data = (): Option => new Option('--data <dir>', 'embedded database in this folder (default: DATABASE_URL, else .perspectief/data)');
  projections
    .command('status')
    .description('how far each projection has read')
    .addOption(data())
    .option('--json', 'a list as JSON')
    .addHelpText('after', EXAMPLES)
    .action(status);
  projections
    .command('rebuild')
    .description('empty a projection and read the whole log again')
    .argument('[name]', 'one projection')
    .option('--all', 'every projection')
    .addOption(data())
    .addHelpText('after', EXAMPLES)
    .action(rebuild);
  addParked(projections, data);
};
