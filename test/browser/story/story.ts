import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
export const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;

export type Told = Readonly<Record<string, unknown>>;

export interface Step {
  readonly on: string;
  readonly as: string;
  readonly do: string;
  readonly with: Told;
  readonly refused?: string;
  readonly clock?: true;
}

export interface Story {
  readonly story: string;
  readonly steps: readonly Step[];
  readonly then: readonly Told[];
}

export const story = readJson<Story>('test/stories/BEI-001-whole-trajectory.json');

/** The step that made what a label such as `$c1` stands for. */
export const madeBy = (label: unknown): Told => {
  const step = story.steps.find(({ do: name, with: told }) => told && !['DraftBuyOut'].includes(name) && Object.entries(told).some(([key, value]) => value === label && MAKES[name] === key));
  if (!step) throw new Error(`nothing in the story makes ${String(label)}`);
  return step.with;
};

const MAKES: Readonly<Record<string, string>> = {
  RegisterDebt: 'debtId', ReportThreat: 'threatId', RequestFreeze: 'freezeId', ReceiveApplication: 'applicationId', SetGoal: 'goalId', PlanAction: 'actionId', RequestSpending: 'requestId',
};

/** The sentence of a refusal, as a pattern: what stands between braces is filled in when it is said. */
export const sentenceOf = (code: string): RegExp => {
  const table = readFileSync(join(root, 'docs/reference/refusals.md'), 'utf8');
  const sentence = new RegExp(`^\\| \`${code}\` \\| (.*?) \\|`, 'm').exec(table)?.[1];
  if (!sentence) throw new Error(`no sentence for ${code}`);
  return new RegExp(sentence.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+'));
};
