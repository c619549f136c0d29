import { Option, type Command } from 'commander';
import type { ProjectionStatus } from '@perspectief/runtime';
import { exitCodesHelp } from '../exit.js';
import { withPlatform } from '../opening/platform.js';
import { addParked } from './parked.js';
import { addRebuilds, rateInWords } from './rebuilds.js';
import { tableOf } from '../terminal/table.js';

interface StatusFlags {
  readonly data?: string;
  readonly json?: boolean;
}

const COUNTED_UP_TO = 1_000;

const besideInWords = ({ beside }: ProjectionStatus): string => {
  if (!beside) return '';
  if (beside.state === 'kept') return `version ${beside.version} kept`;
  return [`version ${beside.version} is built: ${rateInWords(beside)}`, beside.error && `stopped at ${beside.error}`].filter(Boolean).join('; ');
};

const row = (status: ProjectionStatus): string[] => [
  status.name,
  String(status.version),
  String(status.partitions.length),
  status.position ?? 'beginning',
  status.behind >= COUNTED_UP_TO ? `${COUNTED_UP_TO} or more` : String(status.behind),
  String(status.parked),
  status.updatedAt ?? 'never',
  status.error ?? '',
  besideInWords(status),
];

const HEADS = ['name', 'version', 'partitions', 'position', 'behind', 'parked', 'updated', 'error', 'beside'];

const status = ({ data, json = false }: StatusFlags): Promise<void> =>
  withPlatform({ data, mending: true }, async ({ platform }) => {
    const found = await platform.projections.status();
    const text = json ? JSON.stringify(found) : tableOf(HEADS, found.map(row));
    process.stdout.write(`${text}\n`);
  });

const EXAMPLES = `
Examples:
  perspectief projections status
  perspectief projections status --json
  perspectief projections rebuild trajectory
  perspectief projections switch trajectory
  perspectief projections drop trajectory
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
  addRebuilds(projections, data);
  addParked(projections, data);
};
