import { dayOf, parseInstant, type BusinessDate } from '@perspectief/kernel';
import { holdStreams } from '@perspectief/runtime';
import type { ScopedClock } from '../opening/scoped-clock.js';
import { checkReport, notReached } from './checks.js';
import type { CheckReport, StepReport, StoryReport } from './judged.js';
import { streamsOf } from './labels.js';
import { enrol } from './people.js';
import { Stage, type StoryPlatform } from './stage.js';
import type { Step, Story } from './story.js';
import { unknownOf } from './unknown.js';

export interface RunOptions {
  /** Leaves out commands and checks that this platform does not know yet, and names them. */
  readonly skipUnknown?: boolean;
  readonly onStep?: (done: number) => void;
  readonly signal?: AbortSignal;
}

const skipped = (step: Exclude<Step, { clock: true }>): StepReport => ({
  n: step.n, on: step.on, do: step.do, outcome: 'skipped', ok: true, repeated: false,
});

/** The last day that the story knows: what the wall's clock did afterwards to the same streams is not the story's. */
const lastDayOf = ({ steps }: Story): BusinessDate => steps.map(({ on }) => dayOf(on)).reduce((a, b) => (a > b ? a : b));

const playSteps = async (stage: Stage, story: Story, unknown: ReadonlySet<string>, options: RunOptions): Promise<StepReport[]> => {
  const reports: StepReport[] = [];
  for (const step of story.steps) {
    options.signal?.throwIfAborted();
    const report = 'do' in step && unknown.has(step.do) ? skipped(step) : await stage.take(step);
    reports.push(report);
    options.onStep?.(reports.length);
    if (!report.ok) break;
  }
  return reports;
};

const lookAt = async (platform: StoryPlatform, clock: ScopedClock, story: Story): Promise<CheckReport[]> => {
  const last = lastDayOf(story);
  const known = { lastDay: last, knownAt: parseInstant(last) ?? '' };
  const endOfStory = `${last}T23:59:59`;
  return clock.at(endOfStory, async () => {
    const reports: CheckReport[] = [];
    for (const check of story.then) reports.push(await checkReport(platform, story, check, known));
    return reports;
  });
};

/** Plays a story through the command path that everybody uses, and looks whether it came out as written. */
export const runStory = async (platform: StoryPlatform, clock: ScopedClock, story: Story, options: RunOptions = {}): Promise<StoryReport> => {
  const unknown = unknownOf(story, platform.path.commandTypes(), options.skipUnknown ?? false);
  const release = await holdStreams(platform.url, streamsOf(story));
  try {
    await enrol(platform.directory, story);
    const stage = new Stage(platform, clock, story);
    await stage.open();
    const steps = await playSteps(stage, story, unknown, options);
    const played = steps.every(({ ok }) => ok);
    const checks = played ? await lookAt(platform, clock, story) : story.then.map(notReached);
    return { story: story.story, title: story.title, ok: played && checks.every(({ ok }) => ok), steps, checks };
  } finally {
    await release();
  }
};
