import { createHash } from 'node:crypto';
import { dayOf, dayOfMoment } from '@perspectief/kernel';
import type { ClockReading, Counterfactual, Step } from '@perspectief/evaluation-replay';
import type { CounterfactualShown, ReplayClock, ReplayStep } from './replay.shown.js';
import type { Telling } from './telling.js';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

const clockShown = (rule: string, reading: ClockReading | undefined, { moved }: Telling): ReplayClock | null =>
  reading ? { rule, version: reading.version, state: reading.state, due: moved(reading.due), metOn: reading.metOn === undefined ? null : moved(reading.metOn) } : null;

export const stepShown = (step: Step, telling: Telling): ReplayStep => {
  const { moved } = telling;
  const { number, eventId, type, happenedOn, recordedAt, recordedDaysLater, firstSaidOn, corrects, role, changes, clocks, rules, stateHash } = step;
  return {
    number, eventId, event: type, happenedOn: moved(dayOf(happenedOn)), recordedOn: moved(dayOfMoment(recordedAt)), recordedDaysLater,
    firstSaidOn: firstSaidOn === undefined ? null : moved(dayOf(firstSaidOn)), corrects: corrects ?? null, role,
    changes: changes.map(({ path, before, after }) => ({ path: telling.path(path), before: json(telling.value(before)), after: json(telling.value(after)) })),
    clocks: clocks.map(({ rule, before, after }) => ({ rule, before: clockShown(rule, before, telling), after: clockShown(rule, after, telling) })),
    rules: [...rules], stateHash,
  };
};

/** Clocks as they stand after a row of steps. */
export const clocksAfter = (steps: readonly Step[], telling: Telling): ReplayClock[] => {
  const standing = new Map<string, ReplayClock>();
  for (const { clocks } of steps)
    for (const { rule, about, after } of clocks) {
      const key = JSON.stringify([rule, about]);
      const shown = clockShown(rule, after, telling);
      if (shown) standing.set(key, shown);
      else standing.delete(key);
    }
  return [...standing.values()];
};

const euro = (cents: number): number => (cents === 0 ? 0 : Number((cents / 100).toPrecision(2)));

export const counterfactualShown = (caseId: string, found: Counterfactual, { moved }: Telling): CounterfactualShown => {
  const { ruleSet, asOf, decisions, clocks, costs: { offers, approvals, daysWaiting }, decidedAgain, notComparable } = found;
  return {
    caseId, kind: found.kind, ruleSet: ruleSet.name, says: ruleSet.says, asOf: moved(asOf),
    decisions: decisions.map(({ command, happenedOn, before, after, hypothetical }) => ({ command, on: moved(dayOf(happenedOn)), before, after, hypothetical })),
    clocks: clocks.map(({ rule, before, after, missed, daysLate }) => ({
      rule, dueBefore: before ? moved(before.due) : null, dueAfter: after ? moved(after.due) : null,
      missedBefore: missed.before, missedAfter: missed.after, daysLateBefore: daysLate.before, daysLateAfter: daysLate.after,
    })),
    preferentialShift: Math.round(euro(offers.preferential.after - offers.preferential.before)),
    concurrentShift: Math.round(euro(offers.concurrent.after - offers.concurrent.before)),
    approvalsBefore: approvals.before, approvalsAfter: approvals.after, daysWaiting: daysWaiting === null ? null : Math.round(daysWaiting), decidedAgain, notComparable,
  };
};
