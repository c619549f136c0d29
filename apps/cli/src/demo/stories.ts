import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from '@perspectief/assembly';
import { repositoryRoot } from '../opening/data-folder.js';
import type { ScopedClock } from '../opening/scoped-clock.js';
import type { StoryReport } from '../story/judged.js';
import { readStory } from '../story/parse.js';
import { runStory } from '../story/run.js';

/** The stories of the project, as files; none where this program stands outside its repository. */
export const storyFiles = async (): Promise<readonly string[]> => {
  const root = repositoryRoot();
  if (!root) return [];
  const folder = join(root, 'test', 'stories');
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.json')).sort().map((name) => join(folder, name));
};

/** Plays every story of the project, as part of the demo; what this platform does not know yet is left out. */
export const loadStories = async (platform: Platform, clock: ScopedClock, signal?: AbortSignal): Promise<readonly StoryReport[]> => {
  const reports: StoryReport[] = [];
  for (const file of await storyFiles()) reports.push(await runStory(platform, clock, await readStory(file), { skipUnknown: true, signal }));
  return reports;
};
