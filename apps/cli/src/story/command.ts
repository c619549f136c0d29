import type { Command } from 'commander';
import { Ending, exitCodes, exitCodesHelp } from '../exit.js';
import { withPlatform, type Opened } from '../opening/platform.js';
import { progressOf } from '../terminal/progress.js';
import type { StoryReport } from './judged.js';
import { readStory } from './parse.js';
import { falsehoodOf, reportOf } from './report.js';
import { runStory } from './run.js';
import type { Story } from './story.js';

interface StoryRunFlags {
  readonly data?: string;
  readonly skipUnknown?: boolean;
  readonly json?: boolean;
}

const EXAMPLES = `
Runs each story through the command path that the API uses, under the story's own clock, and checks what it says
it comes to. Running a story twice changes nothing.

Examples:
  perspectief story run test/stories/BEI-003-freeze-denied.json
  perspectief story run test/stories/*.json --skip-unknown
  perspectief story run story.json --json | jq .ok          one line of JSON for each story
  perspectief story run story.json --data ./lasting

${exitCodesHelp}`;

const play = async ({ platform, clock, signal }: Opened, story: Story, flags: StoryRunFlags): Promise<StoryReport> => {
  const progress = progressOf(story.steps.length, story.story);
  const { skipUnknown = false } = flags;
  return runStory(platform, clock, story, { skipUnknown, signal, onStep: (done) => progress.to(done) }).finally(() => progress.end());
};

const tell = (report: StoryReport, json: boolean): void => {
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${reportOf(report)}\n\n`);
};

const run = async (files: readonly string[], flags: StoryRunFlags): Promise<void> => {
  const stories = await Promise.all(files.map(readStory));
  const reports = await withPlatform({ data: flags.data, throwAway: true }, async (opened) => {
    const played: StoryReport[] = [];
    for (const story of stories) {
      const report = await play(opened, story, flags);
      tell(report, flags.json ?? false);
      played.push(report);
    }
    return played;
  });
  const falsehood = reports.map(falsehoodOf).find((sentence) => sentence !== undefined);
  if (falsehood) throw new Ending(exitCodes.no, falsehood);
};

export const addStory = (program: Command): void => {
  program
    .command('story')
    .description('the product’s acceptance language')
    .command('run')
    .description('run stories and check what they come to')
    .argument('<file...>', 'story files')
    .option('--data <dir>', 'a lasting embedded database in this folder (default: DATABASE_URL, else a throw-away one)')
    .option('--skip-unknown', 'leave out commands and checks that this platform does not know, and name them')
    .option('--json', 'one line of JSON for each story instead of tables')
    .addHelpText('after', EXAMPLES)
    .action(run);
};
