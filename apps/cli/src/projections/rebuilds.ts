import { Option, type Command } from 'commander';
import { AlreadyBuilding, BuildGivenUp, NothingToSwitchTo, PoisonInRebuild, SwitchHeldUp, type Beside } from '@perspectief/runtime';
import { Ending, exitCodes } from '../exit.js';
import { withPlatform, type Opened } from '../opening/platform.js';
import { progressOf } from '../terminal/progress.js';

interface Flags {
  readonly data?: string;
}
interface RebuildFlags extends Flags {
  readonly all?: boolean;
  readonly anew?: boolean;
}

const duration = (seconds: number): string => (seconds < 90 ? `${Math.ceil(seconds)} s` : seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`);

/** How far it is, how fast, and for how long still. */
export const rateInWords = ({ read, total, perSecond, secondsLeft }: Pick<Beside, 'read' | 'total' | 'perSecond' | 'secondsLeft'>): string =>
  [
    total > 0 ? `${read} of ${Math.max(read, total)} events` : `${read} events`,
    perSecond !== undefined && `${Math.round(perSecond)} a second`,
    secondsLeft !== undefined && `${duration(secondsLeft)} left`,
  ]
    .filter(Boolean)
    .join(', ');

const EXPECTED = [AlreadyBuilding, BuildGivenUp, NothingToSwitchTo, PoisonInRebuild, SwitchHeldUp];

/** What may come of it, as a sentence; anything else is a fault. */
const inWords = (error: unknown): never => {
  if (error instanceof Error && EXPECTED.some((Kind) => error instanceof Kind)) throw new Ending(exitCodes.no, `${error.message}.`);
  throw error;
};

const namesOf = async ({ platform }: Opened, name: string | undefined, all: boolean): Promise<readonly string[]> => {
  if (all === (name !== undefined)) throw new Ending(exitCodes.usage, 'Name one projection, or say --all.');
  const known = (await platform.projections.status()).map((projection) => projection.name);
  if (name === undefined) return known;
  if (!known.includes(name)) throw new Ending(exitCodes.no, `No projection is called ${name}. There are: ${known.join(', ')}.`);
  return [name];
};

/** A bar that says the rate of this run and the time that is left. */
const watched = (name: string) => {
  const progress = progressOf(1, name);
  const began = performance.now();
  let before: number | undefined;
  const onProgress = (read: number, total: number): void => {
    before ??= read;
    const perSecond = ((read - before) * 1_000) / (performance.now() - began) || undefined;
    progress.grow(Math.max(total, read));
    progress.to(read);
    progress.say(`${name}: ${rateInWords({ read, total, perSecond, secondsLeft: perSecond && (total - read) / perSecond })}`);
  };
  return { onProgress, end: (): void => progress.end() };
};

const rebuildOne = async ({ platform: { projections }, signal }: Opened, name: string, anew: boolean): Promise<void> => {
  const bar = watched(name);
  const began = performance.now();
  let read = 0;
  const onProgress = (events: number, total: number): void => bar.onProgress((read = events), total);
  await projections.rebuild(name, { onProgress, signal, anew }).catch(inWords).finally(bar.end).catch((error: unknown) => {
    if (signal.aborted) process.stderr.write(`${name}: the same command goes on where it was; projections drop gives it up\n`);
    throw error;
  });
  const took = duration((performance.now() - began) / 1_000);
  process.stdout.write(read > 0 ? `${name}: ${read} events, built and switched in ${took}\n` : `${name}: the log was read again in ${took}\n`);
};

const rebuild = (name: string | undefined, { data, all = false, anew = false }: RebuildFlags): Promise<void> =>
  withPlatform({ data, mending: true }, async (opened) => {
    for (const each of await namesOf(opened, name, all)) await rebuildOne(opened, each, anew);
  });

const switchBack = (name: string, { data }: Flags): Promise<void> =>
  withPlatform({ data, mending: true }, async (opened) => {
    const [projection = name] = await namesOf(opened, name, false);
    const bar = watched(projection);
    await opened.platform.projections.switchBack(projection, { onProgress: bar.onProgress, signal: opened.signal }).catch(inWords).finally(bar.end);
    process.stdout.write(`${projection}: the former version is read again, up to date; the other one is kept\n`);
  });

const drop = (name: string, { data }: Flags): Promise<void> =>
  withPlatform({ data, mending: true }, async (opened) => {
    const [projection = name] = await namesOf(opened, name, false);
    const gone = await opened.platform.projections.dropBeside(projection);
    if (!gone) throw new Ending(exitCodes.no, `Of ${projection} there is no version but the one that is read.`);
    process.stdout.write(`${projection}: the version beside the one that is read is gone\n`);
  });

/** Versions of read models beside the ones that are read. */
export const addRebuilds = (projections: Command, data: () => Option): void => {
  projections
    .command('rebuild')
    .description('read the whole log again into new tables while the old ones are read, then switch; a run that was cut short goes on where it was')
    .argument('[name]', 'one projection')
    .option('--all', 'every projection')
    .option('--anew', 'from nothing, also where an earlier run was cut short')
    .addOption(data())
    .action(rebuild);
  projections.command('switch').description('back to the version that was read before, brought up to date first').argument('<name>', 'one projection').addOption(data()).action(switchBack);
  projections.command('drop').description('give up a rebuild, or let the former version go').argument('<name>', 'one projection').addOption(data()).action(drop);
};
