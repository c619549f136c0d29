import { formatAmount, type Uuid } from '@perspectief/kernel';
import type { PooledBudgets } from '@perspectief/pooled-budget-read';
import { idOfLabel, resolved } from './labels.js';
import type { Check, Story } from './story.js';
import type { Moment } from './views.js';

/** A pot in one year, in the words of stories. */
export const budgetTotals = async (pots: PooledBudgets, id: Uuid, at: Moment, { year }: Check): Promise<unknown> => {
  const pot = await pots.pooledBudget(id, at);
  if (!pot) return undefined;
  const known = pot.years.find((one) => one.year === year);
  const amount = (of: 'contributed' | 'paid' | 'reserved' | 'available'): string => formatAmount(known?.[of] ?? 0);
  return {
    ...{ contributed: amount('contributed'), paid: amount('paid'), reserved: amount('reserved'), available: amount('available') },
    byDomain: Object.fromEntries((known?.domains ?? []).map(({ domain, attributed }) => [domain, formatAmount(attributed)])),
  };
};

const potsOf = ({ story, steps }: Story): readonly Uuid[] => {
  const labels = steps.flatMap((step) => ('clock' in step ? [] : [step.with['budgetId']]));
  return [...new Set(labels.filter((label) => typeof label === 'string'))].map((label) => idOfLabel(story, label));
};

/** What a household got from the pot that is named; where none is, from the one pot of the story that it got something from. */
export const spendOfHousehold = async (pots: PooledBudgets, trajectoryId: Uuid, at: Moment, story: Story, { budget }: Check): Promise<unknown> => {
  const candidates = budget === undefined ? potsOf(story) : [resolved(story, budget) as Uuid];
  const spends = (await Promise.all(candidates.map((id) => pots.householdSpend(trajectoryId, id, at)))).flat();
  const known = spends.length === 1 ? spends : spends.filter(({ paid, reserved }) => paid > 0 || reserved > 0);
  const [spend, ...more] = known;
  if (!spend || more.length > 0) return undefined;
  return { paid: formatAmount(spend.paid), reserved: formatAmount(spend.reserved), ceiling: formatAmount(spend.ceiling), left: formatAmount(spend.left) };
};
