import { deriveId, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { Platform } from '@perspectief/assembly';
import type { ScopedClock } from '../../opening/scoped-clock.js';
import { PotHistory, type HelpedHousehold, type PotStep } from './pot-history.js';
import { demoPots, type DemoPot } from './pots.js';
import { closeYear, openPot, spendOn, waitOnDesk } from './spending.js';

export interface PotOptions {
  readonly seed: number;
  readonly today: BusinessDate;
  readonly signal?: AbortSignal | undefined;
}

export interface PotFigures {
  readonly pots: readonly { readonly name: string; readonly budgetId: Uuid }[];
  readonly requests: number;
  readonly commands: number;
  /** Commands that wrote something now. */
  readonly written: number;
  readonly refused: readonly string[];
}

const OPEN_HOUSEHOLDS = `select trajectory_id as "trajectoryId", coach_id as "coachId", opened_on::text as "openedOn" from read.trajectories
  where status <> 'closed' and coach_id = any($1) and ($2::text is null or area = $2) order by trajectory_id limit $3`;

const helpedBy = async ({ database }: Platform, { coaches, helps, households }: DemoPot): Promise<readonly HelpedHousehold[]> =>
  (await database.query(OPEN_HOUSEHOLDS, [coaches, helps ?? null, households])) as HelpedHousehold[];

const historyOf = async (platform: Platform, n: number, pot: DemoPot, { seed, today }: PotOptions): Promise<PotHistory> => {
  const history = new PotHistory(seed, n, pot, today);
  openPot(history);
  const households = await helpedBy(platform, pot);
  for (const household of households) spendOn(history, household);
  waitOnDesk(history, households);
  closeYear(history);
  return history;
};

/** Nine o'clock, and a minute later for each further thing of that day. */
const momentsOf = (steps: readonly PotStep[]): readonly string[] => {
  const counted = new Map<BusinessDate, number>();
  return steps.map(({ on }) => {
    const minute = 9 * 60 + (counted.get(on) ?? 0);
    counted.set(on, (counted.get(on) ?? 0) + 1);
    return `${on}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
  });
};

interface Tally {
  commands: number;
  written: number;
  readonly refused: string[];
}

const commandIdOf = ({ seed, pot }: PotHistory, step: PotStep | undefined): Uuid => deriveId('demo', seed, 'pot', pot.name, step?.name ?? '');

/** Steps go in order: where the last one stands in the log, all of them were sent. */
const hasLived = async ({ store }: Platform, history: PotHistory): Promise<boolean> => {
  const last = commandIdOf(history, history.steps.at(-1));
  return (await store.readStream(`pooledBudget-${history.budgetId}`)).some(({ commandId }) => commandId === last);
};

const live = async ({ path }: Platform, clock: ScopedClock, history: PotHistory, tally: Tally, signal?: AbortSignal): Promise<void> => {
  const moments = momentsOf(history.steps);
  for (const [index, step] of history.steps.entries()) {
    signal?.throwIfAborted();
    const happenedOn = moments[index] as string;
    const commandId = commandIdOf(history, step);
    const answer = await clock.at(happenedOn, () => path.handle({ type: step.do, data: step.with, commandId, happenedOn, actor: step.as }));
    tally.commands += 1;
    if ('refused' in answer) tally.refused.push(`${history.pot.name}, ${step.on}, ${step.do}: ${answer.refused.code}`);
    else if (!answer.accepted.repeated) tally.written += 1;
  }
};

/** Three pots that helped the households of the demo. One that is there already is left as it is: people may have worked with it. */
export const loadPots = async (platform: Platform, clock: ScopedClock, options: PotOptions): Promise<PotFigures> => {
  const histories = await Promise.all(demoPots.map((pot, n) => historyOf(platform, n, pot, options)));
  const tally: Tally = { commands: 0, written: 0, refused: [] };
  await Promise.all(histories.map(async (history) => ((await hasLived(platform, history)) ? undefined : live(platform, clock, history, tally, options.signal))));
  await platform.projections.catchUp();
  return {
    pots: histories.map(({ pot: { name }, budgetId }) => ({ name, budgetId })),
    requests: histories.reduce((sum, { requests }) => sum + requests, 0),
    ...tally,
  };
};
