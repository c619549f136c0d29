import { tableOf } from '../terminal/table.js';
import type { CheckReport, StepReport, StoryReport } from './judged.js';
import { namedSteps } from './unknown.js';

const LONGEST = 70;

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? 'nothing';
  return text.replaceAll('"', '').replaceAll(',', ', ');
};
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

const parted = ({ where, expected, seen }: CheckReport): string => `${where ? `${where}: ` : ''}expected ${shown(expected)}, seen ${shown(seen)}`;

const checkRow = (report: CheckReport): string[] => {
  const { n, check, at, outcome, expected } = report;
  return [String(n), check, at ?? 'end', outcome, outcome === 'false' ? parted(report) : shortened(shown(expected))];
};

const countOf = (steps: readonly StepReport[], outcome: StepReport['outcome']): number => steps.filter((step) => step.outcome === outcome).length;

const summaryOf = ({ steps }: StoryReport): string => {
  const skipped = steps.filter(({ outcome }) => outcome === 'skipped');
  return [
    `${countOf(steps, 'accepted')} steps accepted, ${countOf(steps, 'refused')} refused, ${countOf(steps, 'time')} of time passing` +
      (steps.some(({ repeated }) => repeated) ? `; ${steps.filter(({ repeated }) => repeated).length} had been sent before and changed nothing` : ''),
    ...(skipped.length > 0 ? [`Skipped steps, unknown to this platform: ${namedSteps(skipped)}`] : []),
  ].join('\n');
};

/** What is wrong, in one sentence: which step or check, what was expected, and what was seen. */
export const falsehoodOf = ({ story, steps, checks }: StoryReport): string | undefined => {
  const step = steps.find(({ ok }) => !ok);
  const after = steps.some(({ outcome }) => outcome === 'skipped') ? ' (steps before it were skipped; it may need one of them)' : '';
  if (step) return `${story}: step ${step.n}, ${step.on}, ${step.do}: expected ${step.expected}, seen ${step.seen}${after}`;
  const check = checks.find(({ ok }) => !ok);
  if (!check) return undefined;
  return `${story}: check ${check.n}, ${check.check}${check.at ? ` at ${check.at}` : ''}, ${parted(check)}${after}`;
};

/** A story's outcome for a person: what was done, and its checks as a table. */
export const reportOf = (report: StoryReport): string =>
  [
    `${report.story} — ${report.title}`,
    summaryOf(report),
    ...(report.checks.length > 0 ? ['', tableOf(['#', 'check', 'at', 'outcome', 'expected'], report.checks.map(checkRow))] : []),
    '',
    report.ok ? `${report.story}: all as written` : `FALSE ${falsehoodOf(report) ?? report.story}`,
  ].join('\n');
