import { formatAmount, type BusinessDate, type Instant, type Uuid } from '@perspectief/kernel';
import type { Platform } from '@perspectief/assembly';
import type { TrajectoryPages, TrajectoryView } from '@perspectief/trajectory-read';
import { idOfLabel } from './labels.js';
import { budgetTotals, spendOfHousehold } from './budget-views.js';
import type { Check, CheckKind, Story } from './story.js';

/** The end of a business day, as known at a moment. */
export interface Moment {
  readonly asOf: BusinessDate;
  readonly knownAt: Instant;
}

type Pages = Pick<TrajectoryPages, 'trajectory' | 'clocks' | 'timeline'>;
/** What a check compares: a page in the words of stories, or undefined where there is no such thing. */
type View = (pages: Pages, id: Uuid, moment: Moment, story: Story) => Promise<unknown>;
type Look = (platform: Pick<Platform, 'pages' | 'budgets'>, id: Uuid, moment: Moment, story: Story, check: Check) => Promise<unknown>;

/** What a story says of a household that it erases in the end are facts without persons. */
const look = ({ asOf, knownAt }: Moment) => ({ asOf, knownAt, today: asOf, evenErased: true });

const sums = ({ debtSums: { included, excluded, open, paid, discharged } }: TrajectoryView): object => ({
  included,
  excluded: formatAmount(excluded),
  open: formatAmount(open),
  paid: formatAmount(paid),
  discharged: formatAmount(discharged),
});

const trajectory: View = async (pages, id, moment) => {
  const page = await pages.trajectory(id, look(moment));
  if (!page) return undefined;
  const { status, outcome, freezes } = page;
  return { status, outcome, debts: sums(page), freezes };
};

const safetyTasks: View = async (pages, id, moment) => {
  const page = await pages.trajectory(id, look(moment));
  return page && { open: page.safetyTasks.filter(({ phase }) => phase === 'open').length };
};

const trajectoriesOf = ({ story, steps }: Story): readonly Uuid[] => {
  const labels = steps.flatMap((step) => ('clock' in step ? [] : [step.with['trajectoryId']]));
  return [...new Set(labels.filter((label) => typeof label === 'string'))].map((label) => idOfLabel(story, label));
};

/** A buy-out is looked for in the trajectories of the story: checks name it alone. */
const offers: View = async (pages, id, moment, story) => {
  for (const trajectoryId of trajectoriesOf(story)) {
    const page = await pages.trajectory(trajectoryId, look(moment));
    const buyOut = page?.buyOuts.find(({ buyOutId }) => buyOutId === id);
    if (buyOut) return Object.fromEntries(buyOut.offers.map(({ debtId, offer }) => [debtId, formatAmount(offer)]));
  }
  return undefined;
};

const ofPages =
  (view: View): Look =>
  ({ pages }, id, moment, story) =>
    view(pages, id, moment, story);

export const views: Readonly<Record<CheckKind, Look>> = {
  trajectory: ofPages(trajectory),
  safetyTasks: ofPages(safetyTasks),
  offers: ofPages(offers),
  clocks: ofPages((pages, id, moment) => pages.clocks(id, look(moment))),
  timeline: ofPages(async (pages, id, moment) => (await pages.timeline(id, { ...moment, evenErased: true }))?.map(({ type }) => type)),
  budget: ({ budgets }, id, moment, _story, check) => budgetTotals(budgets.pots, id, moment, check),
  householdSpend: ({ budgets }, id, moment, story, check) => spendOfHousehold(budgets.pots, id, moment, story, check),
};
