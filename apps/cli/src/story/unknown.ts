import { Ending, exitCodes } from '../exit.js';
import type { Step, Story } from './story.js';

const isCommand = (step: Step): step is Exclude<Step, { clock: true }> => 'do' in step;

/** `OpenBudget (step 1), Contribute (steps 2, 3)`. */
export const namedSteps = (steps: readonly { readonly n: number; readonly do: string }[]): string => {
  const byCommand = new Map<string, number[]>();
  for (const step of steps) byCommand.set(step.do, [...(byCommand.get(step.do) ?? []), step.n]);
  return [...byCommand].map(([name, numbers]) => `${name} (step${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')})`).join(', ');
};

/** Commands of the story that this platform does not know; an error that names them, unless they may be skipped. */
export const unknownOf = (story: Story, known: readonly string[], maySkip: boolean): ReadonlySet<string> => {
  const commands = new Set(story.steps.filter(isCommand).map((step) => step.do).filter((name) => !known.includes(name)));
  if (maySkip) return commands;
  const steps = story.steps.filter(isCommand).filter((step) => commands.has(step.do));
  if (steps.length === 0) return commands;
  throw new Ending(exitCodes.usage, `${story.story}: this platform does not know ${namedSteps(steps)}. With --skip-unknown the story runs without.`);
};
