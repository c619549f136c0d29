import type { BusinessDate, Instant } from '@perspectief/kernel';
import { difference, missingFrom, onlyFieldsOf, outOfOrder, type Difference } from './compare.js';
import type { CheckReport } from './judged.js';
import { labelled, resolved } from './labels.js';
import { views, type Moment } from './views.js';
import type { StoryPlatform } from './stage.js';
import type { Check, Story } from './story.js';

export interface KnownOfStory {
  readonly lastDay: BusinessDate;
  readonly knownAt: Instant;
}

const named = (check: Check): { readonly n: number; readonly check: string; readonly at?: string } => ({
  n: check.n,
  check: `${check.kind} ${check.of}`,
  ...(check.at === undefined ? {} : { at: check.at }),
});

export const notReached = (check: Check): CheckReport => ({ ...named(check), outcome: 'not reached', ok: false, expected: check.expected });

const compared = ({ expectation }: Check, expected: unknown, seen: unknown): Difference | undefined => {
  if (expectation === 'has') return missingFrom(expected as unknown[], seen as unknown[]);
  if (expectation === 'hasInOrder') return outOfOrder(expected as string[], seen as string[]);
  return difference(expected, seen);
};

/** Looks at the page as it was at the end of the day, as known when the story ended. */
export const checkReport = async (platform: StoryPlatform, story: Story, check: Check, known: KnownOfStory): Promise<CheckReport> => {
  const moment: Moment = { asOf: check.at ?? known.lastDay, knownAt: known.knownAt };
  const id = resolved(story, check.of) as string;
  const expected = resolved(story, check.expected);
  const seen = await views[check.kind](platform, id, moment, story, check);
  const base = named(check);
  if (seen === undefined) return { ...base, outcome: 'false', ok: false, expected: check.expected, seen: 'nothing: there is no such id' };
  const found = compared(check, expected, seen);
  if (!found) return { ...base, outcome: 'true', ok: true, expected: check.expected };
  const shown = { expected: found.expected, seen: onlyFieldsOf(found.expected, found.seen) };
  return { ...base, outcome: 'false', ok: false, where: found.where, ...(labelled(story, shown) as typeof shown) };
};
