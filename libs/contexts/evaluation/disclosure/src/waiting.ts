import { standardPolicy, type DisclosurePolicy } from './policy.js';

export interface Waiting<One> {
  /** Unit of the data; people leave at the end of one. */
  readonly period: number;
  /** With whom somebody waits; who is of no such group leaves on the own day. */
  readonly among: (one: One) => string | undefined;
}

interface Leaving {
  readonly index: number;
  readonly time: number;
}

/**
 * The times at which people leave, where few who leave wait for company: fewer than ten are counted as still there, and leave with those who come after, at the end
 * of the period in which they are enough; what is left over leaves at the end. A curve over these times hangs on nobody's own day of leaving, so it goes on
 * where the exact one has to stop. It counts fewer than ten people of each group too many as at risk.
 */
export const waitingForCompany = <One extends { readonly stop: number }>(
  all: readonly One[], { period, among }: Waiting<One>, { threshold }: DisclosurePolicy = standardPolicy,
): readonly number[] => {
  if (!(period > 0)) throw new RangeError('a period is above 0');
  const endOf = (time: number): number => Math.ceil(time / period) * period;
  const stops = all.map(({ stop }) => stop);
  const end = endOf(stops.reduce((latest, stop) => Math.max(latest, stop), 0));
  const groups = new Map<string, Leaving[]>();
  all.forEach((one, index) => {
    const group = among(one);
    if (group === undefined) return;
    const leaving = groups.get(group) ?? [];
    leaving.push({ index, time: endOf(one.stop) });
    groups.set(group, leaving);
  });
  for (const leaving of groups.values()) {
    leaving.sort((one, other) => one.time - other.time);
    let waiting: Leaving[] = [];
    const leave = (time: number): void => {
      waiting.forEach(({ index }) => (stops[index] = time));
      waiting = [];
    };
    leaving.forEach((one, i) => {
      waiting.push(one);
      if (waiting.length >= threshold && leaving[i + 1]?.time !== one.time) leave(one.time);
    });
    leave(end);
  }
  return stops;
};
