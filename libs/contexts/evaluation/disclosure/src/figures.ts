import { refuse, type Refusal } from '@perspectief/kernel';
import type { Behind } from './ledger.js';
import { roundedTo, standardPolicy, type DisclosurePolicy } from './policy.js';

/** A value of one person; a person may have several, such as one for each clock. */
export interface Valued {
  readonly subject: string;
  readonly value: number;
}

export type FigureRefusal = 'TOO_FEW' | 'DOMINATED' | 'GROUP_DISCLOSURE';
/** `of` is how many people, rounded. */
export type Figure = { readonly value: number; readonly of: number; readonly behind: readonly Behind[] } | { readonly refused: Refusal<FigureRefusal> };

const people = (valued: readonly Valued[]): readonly string[] => [...new Set(valued.map(({ subject }) => subject))];

/** What each person contributes to a sum, in size. */
const contributions = (valued: readonly Valued[]): readonly number[] => {
  const sizes = new Map<string, number>();
  for (const { subject, value } of valued) sizes.set(subject, (sizes.get(subject) ?? 0) + Math.abs(value));
  return [...sizes.values()];
};

/** Of how many people all values are the same one, for each such value; who has several is of none. */
const sharedValues = (valued: readonly Valued[]): readonly number[] => {
  const own = new Map<string, number | undefined>();
  for (const { subject, value } of valued) own.set(subject, own.has(subject) && own.get(subject) !== value ? undefined : value);
  const sizes = new Map<number, number>();
  for (const value of own.values()) if (value !== undefined) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
};

/**
 * Nearly all have the same value, so that the figure would say it of each; or there are two values alone, as in a yes or no, so that
 * the figure is a share, from which the fewer could be counted.
 */
const tellsOfAll = (valued: readonly Valued[], subjects: number, { threshold, groupShare }: DisclosurePolicy): boolean => {
  const shared = sharedValues(valued);
  if (shared.some((size) => size > groupShare * subjects)) return true;
  return new Set(valued.map(({ value }) => value)).size === 2 && shared.some((size) => size < threshold);
};

/** A mean over enough people, of which none holds too much, and who are not all the same; rounded to three digits. Never a minimum or maximum. */
export const safeMean = (valued: readonly Valued[], policy: DisclosurePolicy = standardPolicy): Figure => {
  const { threshold, dominance, rounding } = policy;
  const subjects = people(valued);
  if (subjects.length < threshold) return refuse('TOO_FEW');
  if (tellsOfAll(valued, subjects.length, policy)) return refuse('GROUP_DISCLOSURE');
  const sizes = contributions(valued);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.some((size) => size > dominance * all)) return refuse('DOMINATED');
  const mean = valued.reduce((sum, { value }) => sum + value, 0) / valued.length;
  return { value: Number(mean.toPrecision(3)), of: roundedTo(rounding, subjects.length), behind: [{ figure: 'mean', subjects }] };
};

/** A percentile with enough people on both sides, rounded to a grain (7 for days in whole weeks) so that it is nobody's own value. */
export const safePercentile = (valued: readonly Valued[], p: number, grain: number, policy: DisclosurePolicy = standardPolicy): Figure => {
  if (!(p > 0 && p < 1) || !(grain > 0)) throw new RangeError('a percentile lies between 0 and 1, a grain is above 0');
  const { threshold, rounding } = policy;
  const sorted = [...valued].sort((a, b) => a.value - b.value);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1));
  const sides = [sorted.slice(0, Math.max(0, at)), sorted.slice(at + 1)].map(people);
  if (sides.some(({ length }) => length < threshold)) return refuse('TOO_FEW');
  const subjects = people(valued);
  if (tellsOfAll(valued, subjects.length, policy)) return refuse('GROUP_DISCLOSURE');
  return { value: roundedTo(grain, (sorted[at] as Valued).value), of: roundedTo(rounding, subjects.length), behind: [{ figure: 'percentile', subjects }] };
};

/** A share in whole percents: enough people on both sides of it, and not nearly all of them on one. Who is in the part is in the whole. */
export const safePercentage = (part: readonly string[], whole: readonly string[], policy: DisclosurePolicy = standardPolicy): Figure => {
  const { threshold, groupShare, rounding } = policy;
  const [some, all] = [new Set(part), new Set(whole)];
  if ([...some].some((one) => !all.has(one))) throw new RangeError('a part of the whole is in it');
  if (some.size < threshold || all.size - some.size < threshold) return refuse('TOO_FEW');
  if (Math.max(some.size, all.size - some.size) > groupShare * all.size) return refuse('GROUP_DISCLOSURE');
  const behind = [{ figure: 'part', subjects: [...some] }, { figure: 'whole', subjects: [...all] }];
  return { value: Math.round((100 * some.size) / all.size), of: roundedTo(rounding, all.size), behind };
};

/** Whether a test or a median may be told: every arm has enough events. Its statistic itself gives nobody away. */
export const enoughEvents = (eventsByArm: readonly number[], { threshold }: DisclosurePolicy = standardPolicy): boolean =>
  eventsByArm.length > 0 && eventsByArm.every((events) => events >= threshold);
