import { addDays, dayOf, deriveId, startOf, toLocal, type BusinessDate, type Recorded } from '@perspectief/kernel';
import type { Platform } from '@perspectief/assembly';
import { holdStreams, wallClock, type CommandAnswer } from '@perspectief/runtime';
import { Deadlines } from '@perspectief/trajectory-read';
import type { ScopedClock } from '../opening/scoped-clock.js';
import { idIn, OPEN_SAFETY_TASK, type DemoStep } from './history.js';
import { daysOpen, householdOf, type DemoHousehold } from './household.js';
import { enrolStaff } from './people.js';

export interface DemoOptions {
  readonly households: number;
  readonly seed: number;
  /** The day that the caseload is of; a load that was begun earlier keeps its own. */
  readonly today?: BusinessDate;
  /** Also the project's stories: they are acceptance tests, and what they leave open is late for years. */
  readonly stories?: boolean | undefined;
  readonly onHousehold?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface DemoFigures {
  readonly today: BusinessDate;
  readonly households: number;
  readonly commands: number;
  /** Commands that wrote something now; none when all of it had been loaded before. */
  readonly written: number;
  readonly events: number;
  /** Sent by the clock. */
  readonly followed: number;
  /** Answers that the histories did not expect: none, or something is wrong. */
  readonly refused: readonly string[];
}

/** Histories side by side: more than the cores, for most of the time is spent waiting for the log. */
const AT_ONCE = 12;

/** What policies answer to; other commands need no look at the log afterwards. */
const CALLS_POLICIES: ReadonlySet<string> = new Set(['DenyFreeze', 'StopTrajectory', 'CompleteAftercare']);

const MINUTES_APART = 5;

/** Nine o'clock, and a few minutes later for each further thing of that day. */
const momentsOf = (steps: readonly DemoStep[]): string[] => {
  const counted = new Map<BusinessDate, number>();
  return steps.map(({ on }) => {
    const before = counted.get(on) ?? 0;
    counted.set(on, before + 1);
    const minutes = 9 * 60 + before * MINUTES_APART;
    return `${on}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
  });
};

class Tally {
  commands = 0;
  written = 0;
  events = 0;
  followed = 0;
  readonly refused: string[] = [];

  count({ n, course }: DemoHousehold, step: DemoStep, answer: CommandAnswer): void {
    this.commands += 1;
    if ('refused' in answer) this.refused.push(`household ${n + 1} (${course}), ${step.on}, ${step.do}: ${answer.refused.code}`);
    else if (!answer.accepted.repeated) {
      this.written += 1;
      this.events += answer.accepted.events;
    }
  }
}

/** The day that an earlier load of this seed was of, read from the first household's first day. */
const earlierDay = async ({ store }: Platform, seed: number): Promise<BusinessDate | undefined> => {
  const [first] = await store.readStream(`household-${idIn(seed, 0, 1, 'household')}`, { limit: 1 });
  return first && addDays(dayOf(first.happenedOn), daysOpen(seed, 0));
};

const idOfStep = (seed: number, n: number, index: number): string => deriveId('demo', seed, n, 'step', index);

/** Steps go in order: where the last one stands in the log, all of them were sent. */
const hasLived = async ({ store }: Platform, seed: number, { n, steps, streams }: DemoHousehold): Promise<boolean> => {
  const last = idOfStep(seed, n, steps.length - 1);
  const events = await Promise.all(streams.map((stream) => store.readStream(stream)));
  return events.flat().some(({ commandId }) => commandId === last);
};

/** A task that a policy opened has an id that only the log knows. */
const dataOf = async ({ store }: Platform, step: DemoStep): Promise<Readonly<Record<string, unknown>>> => {
  if (step.with['taskId'] !== OPEN_SAFETY_TASK) return step.with;
  const latest = await store.readStream(`trajectory-${String(step.with['trajectoryId'])}`, { direction: 'backwards' });
  const opened = latest.find(({ type }) => type === 'SafetyTaskOpened')?.data as { readonly taskId?: string } | undefined;
  return { ...step.with, taskId: opened?.taskId };
};

const eventsOf = async ({ store }: Platform, streams: Iterable<string>): Promise<readonly Recorded[]> =>
  (await Promise.all([...streams].map((stream) => store.readStream(stream)))).flat();

const live = async (platform: Platform, clock: ScopedClock, seed: number, household: DemoHousehold, tally: Tally): Promise<void> => {
  const moments = momentsOf(household.steps);
  for (const [index, step] of household.steps.entries()) {
    const happenedOn = moments[index] as string;
    await clock.at(happenedOn, async () => {
      const commandId = idOfStep(seed, household.n, index);
      const answer = await platform.path.handle({ type: step.do, data: await dataOf(platform, step), commandId, happenedOn, actor: step.as });
      tally.count(household, step, answer);
      if (CALLS_POLICIES.has(step.do) && 'accepted' in answer) await platform.policies.settleCausedBy(commandId, () => eventsOf(platform, household.streams));
    });
  }
};

/** Runs the work over all, so many at a time. */
const sideBySide = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const rest = all[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (const one of rest) await work(one);
  };
  // All of them come to rest before one that failed is told: nobody writes on after the platform closed.
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
};

/** What time alone brought about, day by day, under a clock that stands on that day. */
const passTime = async ({ projections, clockDriver, database }: Platform, clock: ScopedClock, today: BusinessDate, streams: readonly string[]): Promise<number> => {
  await projections.catchUp();
  const due = await new Deadlines(database).dueOn(addDays(today, -1), streams);
  let sent = 0;
  for (const day of new Set(due.map(({ actsOn }) => actsOn))) {
    const touched = due.filter(({ actsOn }) => actsOn === day).map(({ stream }) => stream);
    sent += await clock.at(startOf(day), () => clockDriver.tick(touched));
  }
  if (sent > 0) await projections.catchUp();
  return sent;
};

const liveAll = async (platform: Platform, clock: ScopedClock, caseload: readonly DemoHousehold[], options: DemoOptions, tally: Tally): Promise<void> => {
  let done = 0;
  const one = async (household: DemoHousehold): Promise<void> => {
    options.signal?.throwIfAborted();
    if (await hasLived(platform, options.seed, household)) tally.commands += household.steps.length;
    else await live(platform, clock, options.seed, household, tally);
    done += 1;
    options.onHousehold?.(done);
  };
  // The first household first: by its first day a later load recognises this one.
  for (const first of caseload.slice(0, 1)) await one(first);
  await sideBySide(caseload.slice(1), one);
};

/** A made-up caseload through the command path that everybody uses. Loaded again, it writes nothing. */
export const loadCaseload = async (platform: Platform, clock: ScopedClock, options: DemoOptions): Promise<DemoFigures> => {
  const { households, seed } = options;
  const today = (await earlierDay(platform, seed)) ?? options.today ?? dayOf(toLocal(wallClock.now()));
  await enrolStaff(platform.directory);
  const caseload = Array.from({ length: households }, (_, n) => householdOf(seed, n, today));
  const streams = caseload.flatMap((household) => household.streams);
  const release = await holdStreams(platform.url, streams);
  const tally = new Tally();
  try {
    await liveAll(platform, clock, caseload, options, tally);
    const followed = await passTime(platform, clock, today, streams);
    const { commands, written, events, refused } = tally;
    return { today, households, commands, written, events, followed, refused };
  } finally {
    await release();
  }
};
