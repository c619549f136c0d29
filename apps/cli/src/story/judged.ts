import type { CommandAnswer } from '@perspectief/runtime';
import type { Step } from './story.js';

/** What became of a step: `ok` when it went as written. */
export interface StepReport {
  readonly n: number;
  readonly on: string;
  readonly do: string;
  readonly outcome: 'accepted' | 'refused' | 'time' | 'skipped';
  readonly ok: boolean;
  /** True when the platform had heard this very command before, and answered what it answered then. */
  readonly repeated: boolean;
  readonly expected?: string;
  readonly seen?: string;
}

export interface CheckReport {
  readonly n: number;
  readonly check: string;
  readonly at?: string;
  readonly outcome: 'true' | 'false' | 'not reached';
  readonly ok: boolean;
  readonly where?: string;
  readonly expected: unknown;
  readonly seen?: unknown;
}

export interface StoryReport {
  readonly story: string;
  readonly title: string;
  readonly ok: boolean;
  readonly steps: readonly StepReport[];
  readonly checks: readonly CheckReport[];
}

const written = (refused: string | undefined): string => (refused === undefined ? 'accepted' : `refused: ${refused}`);

const answered = (answer: CommandAnswer): string => {
  if (!('refused' in answer)) return 'accepted';
  const { code, field, facts } = answer.refused;
  const about = code === 'INVALID_INPUT' ? ` (${[field, facts?.['rule']].filter(Boolean).join(': ')})` : '';
  return `refused: ${code}${about}`;
};

/** Puts the answer beside what the story says; `grown` is the number of events that its streams gained meanwhile. */
export const judge = (step: Exclude<Step, { clock: true }>, answer: CommandAnswer, grown: number): StepReport => {
  const refused = 'refused' in answer;
  const repeated = refused ? answer.repeated : answer.accepted.repeated;
  const expected = written(step.refused);
  const asWritten = refused ? answer.refused.code === step.refused : step.refused === undefined;
  const seen = refused && grown > 0 ? `${answered(answer)}, but ${grown} events were written` : answered(answer);
  const ok = asWritten && !(refused && grown > 0);
  const base = { n: step.n, on: step.on, do: step.do, outcome: refused ? 'refused' : 'accepted', ok, repeated } as const;
  return ok ? base : { ...base, expected, seen };
};
