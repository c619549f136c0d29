import type { Platform } from '@perspectief/assembly';
import type { ScopedClock } from '../opening/scoped-clock.js';
import type { StoryReport } from '../story/judged.js';
import { loadCaseload, type DemoFigures, type DemoOptions } from './load.js';
import { loadPots, type PotFigures } from './pots/load.js';
import { loadStories } from './stories.js';

export interface DemoReport {
  readonly stories: readonly StoryReport[];
  readonly caseload: DemoFigures;
  readonly pots: PotFigures;
  readonly seconds: { readonly stories: number; readonly caseload: number; readonly pots: number };
}

const timed = async <T>(work: Promise<T>): Promise<{ readonly result: T; readonly seconds: number }> => {
  const began = performance.now();
  const result = await work;
  return { result, seconds: (performance.now() - began) / 1_000 };
};

/** A made-up caseload with its pots, and where they are asked for the project's stories. The platform must be opened with this very clock. */
export const loadDemo = async (platform: Platform, clock: ScopedClock, options: DemoOptions): Promise<DemoReport> => {
  const stories = await timed(options.stories ? loadStories(platform, clock, options.signal) : Promise.resolve([]));
  const caseload = await timed(loadCaseload(platform, clock, options));
  const { today } = caseload.result;
  const pots = await timed(loadPots(platform, clock, { seed: options.seed, today, signal: options.signal }));
  return {
    stories: stories.result,
    caseload: caseload.result,
    pots: pots.result,
    seconds: { stories: stories.seconds, caseload: caseload.seconds, pots: pots.seconds },
  };
};
