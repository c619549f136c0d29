import type { Command, Option } from 'commander';
import { Ending, exitCodes } from '../exit.js';
import { withPlatform } from '../opening/platform.js';
import { tableOf } from '../terminal/table.js';

interface Flags {
  readonly data?: string;
  readonly json?: boolean;
}

const parked = ({ data, json = false }: Flags): Promise<void> =>
  withPlatform({ data, mending: true }, async ({ platform: { projections } }) => {
    const names = (await projections.status()).map(({ name }) => name);
    const found = (await Promise.all(names.map((name) => projections.parked(name)))).flat();
    const rows = found.map((one) => [one.projection, one.stream, String(one.streamVersion), one.error ?? 'waits behind', String(one.attempts), one.parkedAt]);
    process.stdout.write(`${json ? JSON.stringify(found) : tableOf(['projection', 'stream', 'version', 'error', 'tried', 'since'], rows)}\n`);
  });

const retry = (name: string | undefined, { data }: Flags): Promise<void> =>
  withPlatform({ data, mending: true }, async ({ platform: { projections } }) => {
    const known = (await projections.status()).map((projection) => projection.name);
    if (name !== undefined && !known.includes(name)) throw new Ending(exitCodes.no, `No projection is called ${name}. There are: ${known.join(', ')}.`);
    let left = 0;
    for (const each of name === undefined ? known : [name])
      for (const one of await projections.retry(each)) {
        left += one.left;
        process.stdout.write(`${each}, ${one.stream}: ${one.applied} taken, ${one.left} left\n`);
      }
    if (left > 0) throw new Ending(exitCodes.no, `${left} events are still parked; projections parked tells which.`);
  });

/** What projections could not take: to see it, and to give it to them once more. */
export const addParked = (projections: Command, data: () => Option): void => {
  projections
    .command('parked')
    .description('events that a projection could not take, and those that wait behind them')
    .addOption(data())
    .option('--json', 'a list as JSON')
    .action(parked);
  projections
    .command('retry')
    .description('give a projection its parked events once more, in order; without a name, every projection')
    .argument('[name]', 'one projection')
    .addOption(data())
    .action(retry);
};
