import { useCallback } from 'react';
import { MyHouseholdDocument, MyMoneyDocument, MyPlanChangedDocument, MyPlanDocument, type MyHouseholdQuery, type MyMoneyQuery, type MyPlanQuery } from '@perspectief/graphql-contract/my-plan';
import { usePeople, type NameOf } from '../../data/people';
import { useLive, usePage } from '../../data/use-page';

export type Plan = Extract<MyPlanQuery['trajectory'], { readonly __typename: 'Trajectory' }>;
export type Household = Extract<MyHouseholdQuery['households'], { readonly __typename: 'HouseholdConnection' }>['edges'][number]['node'];
export type Pots = Extract<MyMoneyQuery['householdSpend'], { readonly __typename: 'SpendOfHousehold' }>['pots'];
type Goal = NonNullable<Plan['plan']>['goals'][number];
type Step = Goal['actions'][number];

/** The own household with its plan, live; `plan` is missing while no support runs. */
export const useMyPlan = () => {
  const home = usePage(MyHouseholdDocument, 'households', {}, { topic: 'my-plan', subject: 'mine' });
  const household: Household | undefined = home.found?.edges[0]?.node;
  const id = household?.openTrajectoryId ?? '';
  const pause = id === '';
  useLive(MyPlanChangedDocument, { id }, { topic: 'my-plan', positionOf: ({ trajectoryChanged }) => trajectoryChanged.position, pause });
  const page = usePage(MyPlanDocument, 'trajectory', { id }, { topic: 'my-plan', subject: id, pause });
  const money = usePage(MyMoneyDocument, 'householdSpend', { trajectoryId: id }, { topic: 'my-plan', subject: id, pause });
  const plan: Plan | undefined = page.found;
  const staff = usePeople([plan?.coachId, plan?.tandem?.expertId, ...(plan?.plan?.goals.flatMap(({ actions }) => actions.map(({ who }) => who)) ?? []), ...(plan?.stories.map(({ toldBy }) => toldBy) ?? [])]);
  const nameOf = useCallback<NameOf>((who) => household?.members.find(({ memberId }) => memberId === who)?.name ?? staff(who), [household, staff]);
  return { home, household, page, plan, pots: money.found?.pots ?? [], nameOf, pause };
};

export type MyPlan = ReturnType<typeof useMyPlan>;

/** Every step that is still to be taken, the soonest first, with its goal. */
export const stepsAhead = (plan: Plan): readonly (Step & { readonly goal: Goal })[] =>
  (plan.plan?.goals ?? [])
    .filter(({ phase }) => phase === 'open')
    .flatMap((goal) => goal.actions.filter(({ phase }) => phase === 'planned').map((step) => ({ ...step, goal })))
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));

/** Talks of the time after that are still to come. */
export const talksAhead = (plan: Plan) => (plan.aftercare?.current.checkIns ?? []).filter(({ phase, plannedOn }) => phase === 'planned' && plannedOn >= plan.day);

/** What is still to be paid back, or worked off, of what was bought out: the soonest term, and how many there are. */
export const repaymentAhead = ({ buyOuts }: Plan) => {
  const terms = buyOuts.map(({ repayment }) => repayment.instalments.filter(({ phase }) => phase === 'open')).find(({ length }) => length > 0) ?? [];
  return { next: terms[0], left: terms.length };
};

export type NextThing =
  | { readonly kind: 'answer'; readonly expertId: string | null }
  | { readonly kind: 'step'; readonly what: string; readonly who: string; readonly on: string }
  | { readonly kind: 'talk'; readonly on: string }
  | { readonly kind: 'payment'; readonly amount: string; readonly on: string }
  | { readonly kind: 'decision'; readonly rule: string; readonly on: string }
  | { readonly kind: 'nothing' };

/** The soonest thing that others must do for us. */
const decisionAhead = ({ clocks }: Plan): NextThing => {
  const [first] = clocks.filter(({ state }) => state === 'running').sort((one, other) => (one.due < other.due ? -1 : 1));
  return first ? { kind: 'decision', rule: first.rule, on: first.due } : { kind: 'nothing' };
};

/** What comes first: an answer that others wait for, else the soonest step, talk or payment, else what is decided next. */
export const nextThing = (plan: Plan): NextThing => {
  if (plan.tandem?.phase === 'proposed') return { kind: 'answer', expertId: plan.tandem.expertId };
  const [step] = stepsAhead(plan);
  const [talk] = talksAhead(plan);
  const { next: term } = repaymentAhead(plan);
  const ours = [
    ...(step ? [{ kind: 'step', what: step.what, who: step.who, on: step.dueOn } as const] : []),
    ...(talk ? [{ kind: 'talk', on: talk.plannedOn } as const] : []),
    ...(term?.amount ? [{ kind: 'payment', amount: term.amount, on: term.dueOn } as const] : []),
  ].sort((one, other) => one.on.localeCompare(other.on));
  return ours[0] ?? decisionAhead(plan);
};
