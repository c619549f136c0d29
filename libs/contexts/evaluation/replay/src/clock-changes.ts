import type { BusinessDate } from '@perspectief/kernel';
import type { ClockRuleName } from '@perspectief/law';
import type { About, BareTrajectoryClock as TrajectoryClock } from '@perspectief/trajectory-domain';

/** How a clock stood at one moment. */
export interface ClockReading {
  readonly due: BusinessDate;
  readonly state: TrajectoryClock['state'];
  readonly metOn?: BusinessDate | undefined;
  /** The version of the rule that it was counted by. */
  readonly version: string;
}

export interface ClockChange {
  readonly rule: ClockRuleName;
  readonly about: About;
  readonly before?: ClockReading | undefined;
  readonly after?: ClockReading | undefined;
}

const aboutOf = ({ application, threat, debt, freeze }: TrajectoryClock): About => ({
  ...(application !== undefined && { application }), ...(threat !== undefined && { threat }),
  ...(debt !== undefined && { debt }), ...(freeze !== undefined && { freeze }),
});

const readingOf = ({ due, state, metOn, parameterVersion }: TrajectoryClock): ClockReading =>
  ({ due, state, ...(metOn !== undefined && { metOn }), version: parameterVersion });

/** Clocks by rule and what they are about; of several alike (an advance every four weeks), by their number. */
const keyed = (clocks: readonly TrajectoryClock[]): ReadonlyMap<string, TrajectoryClock> => {
  const byKey = new Map<string, TrajectoryClock>();
  for (const clock of clocks) {
    const key = JSON.stringify([clock.rule, aboutOf(clock)]);
    let number = 1;
    while (byKey.has(`${key} ${number}`)) number += 1;
    byKey.set(`${key} ${number}`, clock);
  }
  return byKey;
};

const same = (one: ClockReading | undefined, other: ClockReading | undefined): boolean =>
  one?.due === other?.due && one?.state === other?.state && one?.metOn === other?.metOn && one?.version === other?.version;

/** Every clock that reads otherwise, or is there in one of the two alone. */
export const clockChanges = (before: readonly TrajectoryClock[], after: readonly TrajectoryClock[]): readonly ClockChange[] => {
  const [old, now] = [keyed(before), keyed(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const clock = (is ?? was) as TrajectoryClock;
    const change = { rule: clock.rule, about: aboutOf(clock), before: was && readingOf(was), after: is && readingOf(is) };
    return same(change.before, change.after) ? [] : [change];
  });
};
