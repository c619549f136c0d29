import type { Command } from 'commander';
import { openForCopy } from '@perspectief/assembly';
import { AnotherLog, copyLog, Unavailable, type CopyableLog, type CopyReport, type LogDigest } from '@perspectief/event-store';
import { Ending, exitCodes, exitCodesHelp } from '../exit.js';
import { interruptible } from '../opening/interruption.js';
import { progressOf } from '../terminal/progress.js';
import { tableOf } from '../terminal/table.js';

interface CopyFlags {
  readonly from: string;
  readonly to: string;
  readonly fromReceipts?: string;
  readonly toReceipts?: string;
  readonly json?: boolean;
}

const KNOWN = /^(postgres|postgresql|(esdb|kurrentdb)(\+discover)?):\/\//;

/** `env:NAME` keeps an address with a password out of the list of processes. */
const addressOf = (flag: string, value: string): string => {
  const address = value.startsWith('env:') ? process.env[value.slice(4)] : value;
  if (!address || !KNOWN.test(address)) throw new Ending(exitCodes.usage, `${flag} wants postgresql://…, esdb://…, or env:NAME of a variable that holds one.`);
  return address;
};

const receiptsOf = (flag: string, value: string | undefined): string | undefined => (value === undefined ? process.env['DATABASE_URL'] : addressOf(flag, value));

const opened = async (flag: string, url: string, receipts: string | undefined): Promise<CopyableLog> => {
  if (!url.startsWith('postgres') && receipts === undefined) throw new Ending(exitCodes.usage, `A log at esdb://… has its receipts in a database: ${flag}-receipts, or DATABASE_URL.`);
  return openForCopy(url, receipts).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'BadAddress') throw new Ending(exitCodes.usage, `${flag}: ${error.message}.`);
    throw new Ending(exitCodes.database, `The log of ${flag} cannot be reached.`);
  });
};

const rows = ({ events, streams, receipts, order, heads, outcomes }: LogDigest): string[] => [`${events}`, `${streams}`, `${receipts}`, order.slice(0, 16), heads.slice(0, 16), outcomes.slice(0, 16)];

const told = ({ found, copied, from, to, equal }: CopyReport): string =>
  [
    tableOf(['', 'events', 'streams', 'receipts', 'order', 'heads', 'outcomes'], [['from', ...rows(from)], ['to', ...rows(to)]]),
    `${found} events were there, ${copied} were copied. ${equal ? 'Both logs say the same.' : 'The logs differ.'}`,
  ].join('\n');

const copied = async (source: CopyableLog, target: CopyableLog, signal: AbortSignal): Promise<CopyReport> => {
  const progress = progressOf(1, 'compared');
  let [done, total] = [0, 1];
  const onProgress = (step: string, events: number): void => {
    done += events;
    total = Math.max(total, done);
    progress.grow(total);
    progress.say(step);
    progress.to(done);
  };
  try {
    return await copyLog(source, target, { signal, onProgress });
  } catch (error) {
    if (error instanceof AnotherLog) throw new Ending(exitCodes.no, `Nothing was written: ${error.message}.`);
    if (error instanceof Unavailable) throw new Ending(exitCodes.database, 'One of the logs, or its receipts, does not answer. Nothing is lost: when it is there, the same command goes on where it stopped.');
    throw error;
  } finally {
    progress.end();
  }
};

const copy = ({ from, to, fromReceipts, toReceipts, json = false }: CopyFlags): Promise<void> =>
  interruptible(async (signal) => {
    const [fromUrl, toUrl] = [addressOf('--from', from), addressOf('--to', to)];
    if (fromUrl === toUrl) throw new Ending(exitCodes.usage, 'A log is not copied to itself.');
    const source = await opened('--from', fromUrl, receiptsOf('--from-receipts', fromReceipts));
    try {
      const target = await opened('--to', toUrl, receiptsOf('--to-receipts', toReceipts));
      const report = await copied(source, target, signal).finally(() => target.close());
      process.stdout.write(`${json ? JSON.stringify(report) : told(report)}\n`);
      if (!report.equal) throw new Ending(exitCodes.no, 'The copy is not the same log: somebody wrote to one of them meanwhile, or it was changed. Do not use it.');
    } finally {
      await source.close();
    }
  });

const EXAMPLES = `
Stop whatever writes first. Interrupted, the same command goes on where it stopped.

Examples:
  perspectief log copy --from postgresql://localhost/city --to 'esdb://node1:2113#city' --to-receipts postgresql://localhost/city
  OLD=esdb://… perspectief log copy --from env:OLD --to postgresql://localhost/city --json

${exitCodesHelp}`;

export const addLog = (program: Command): void => {
  const log = program.command('log').description('the log itself: moving it to another store').addHelpText('after', EXAMPLES);
  log
    .command('copy')
    .description('copy a log with its receipts to another store, and prove that both say the same')
    .requiredOption('--from <url>', 'postgresql://…, esdb://…, or env:NAME')
    .requiredOption('--to <url>', 'the same; empty, or the beginning of the same log')
    .option('--from-receipts <url>', 'database with the receipts of an esdb:// source (default: DATABASE_URL)')
    .option('--to-receipts <url>', 'database for the receipts of an esdb:// target (default: DATABASE_URL)')
    .option('--json', 'the report as JSON')
    .addHelpText('after', EXAMPLES)
    .action(copy);
};
