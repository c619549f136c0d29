import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@perspectief/ui';
import type { Line } from '../../commands/changed-since';
import { useTerm } from '../../terms/use-term';
import type { Household, Trajectory } from './page-context';

export interface Shown {
  readonly term: (group: string, code: string | null | undefined) => string;
  readonly money: (amount: string) => string;
  readonly day: (day: string) => string;
  readonly label: (key: string) => string;
}

const joined = (...parts: readonly (string | false | null | undefined)[]): string => parts.filter(Boolean).join(', ');

const ofPlan = ({ plan }: Trajectory, { term, label }: Shown): readonly Line[] => [
  { key: 'plan', group: 'plan', label: label('version'), value: String(plan.versions.length), ids: [] },
  ...plan.goals.map(({ goalId, wish, phase }) => ({ key: `goal ${goalId}`, group: 'plan', label: wish, value: term('goal', phase), ids: [goalId] })),
  ...plan.goals.flatMap(({ goalId, actions }) => actions.map(({ actionId, what, phase }) => ({ key: `action ${actionId}`, group: 'plan', label: what, value: term('action', phase), ids: [actionId, goalId] }))),
];

const ofDebts = ({ debts, debtSums, inventory }: Trajectory, { term, money, label }: Shown): readonly Line[] => [
  ...debts.map(({ debtId, creditor, claim, rank, treatment, settlement }) => ({
    ...{ key: `debt ${debtId}`, group: 'debts', label: creditor, ids: [debtId] },
    value: joined(money(claim), treatment === 'included' ? term('rank', rank) : term('treatment', treatment), settlement.phase !== 'open' && term('settlement', settlement.phase)),
  })),
  { key: 'inventory', group: 'debts', label: label('inventory'), value: label(`inventory-${inventory.phase}`), ids: [] },
  ...(['open', 'paid', 'discharged'] as const).map((sum) => ({ key: sum, group: 'money', label: label(sum), value: money(debtSums[sum]), ids: [] })),
];

const ofCrisis = ({ freezes, threats, safetyTasks }: Trajectory, { term, day, label }: Shown): readonly Line[] => [
  ...freezes.map(({ freezeId, instrument, state, until }) => ({ key: `freeze ${freezeId}`, group: 'money', label: term('instrument', instrument), value: joined(term('freeze', state), until && day(until)), ids: [freezeId] })),
  ...threats.map(({ threatId, threat, phase, threatensOn }) => ({ key: `threat ${threatId}`, group: 'money', label: term('threat', threat), value: joined(term('threatPhase', phase), day(threatensOn)), ids: [threatId] })),
  ...safetyTasks.map(({ taskId, kind, phase, dueOn }) => ({ key: `safety ${taskId}`, group: 'money', label: kind, value: joined(label(`safety-${phase}`), day(dueOn)), ids: [taskId] })),
];

const ofTerms = ({ clocks, applications }: Trajectory, { term, day, label }: Shown): readonly Line[] => [
  ...applications.map(({ applicationId, kind, outcome }) => ({ key: `application ${applicationId}`, group: 'terms', label: term('applicationKind', kind), value: outcome ? term('decision', outcome) : label('undecided'), ids: [applicationId] })),
  ...clocks.map((clock) => ({ key: `clock ${clock.rule} ${clock.application ?? clock.threat ?? clock.debt ?? clock.freeze ?? ''}`, group: 'terms', label: term('rule', clock.rule), value: joined(term('clockState', clock.state), day(clock.due)), ids: [] })),
];

const ofPeople = (household: Household | undefined, { term, label }: Shown): readonly Line[] =>
  (household?.members ?? []).map(({ memberId, name, role, present }) => ({ key: `member ${memberId}`, group: 'people', label: name, value: joined(term('role', role), !present && label('left')), ids: [memberId] }));

/** The page of a household as lines to compare: two days of it, or what it was when a form began. */
export const linesOf = (page: Trajectory, household: Household | undefined, shown: Shown): readonly Line[] => {
  const { term, label } = shown;
  const checkIns = page.aftercare.current.checkIns ?? [];
  return [
    { key: 'status', group: 'trajectory', label: label('status'), value: term('status', page.status), ids: [] },
    { key: 'tandem', group: 'trajectory', label: label('tandem'), value: term('tandem', page.tandem.phase), ids: [] },
    ...ofPlan(page, shown), ...ofDebts(page, shown), ...ofCrisis(page, shown),
    ...page.lifeAreas.map(({ lifeArea, score }) => ({ key: `area ${lifeArea}`, group: 'scores', label: term('lifeArea', lifeArea), value: String(score), ids: [] })),
    ...ofTerms(page, shown),
    ...page.stories.map(({ storyId, text }) => ({ key: `story ${storyId}`, group: 'stories', label: label('story'), value: text, ids: [storyId] })),
    ...checkIns.map(({ number, phase }) => ({ key: `check-in ${number}`, group: 'aftercare', label: `${label('checkIn')} ${number}`, value: term('checkIn', phase), ids: [`number ${number}`] })),
    ...ofPeople(household, shown),
  ];
};

/** How lines are worded, in the language of now. */
export const useShown = (): Shown => {
  const { t } = useTranslation('household');
  const { money, day } = useFormat();
  const term = useTerm();
  // The functions of a language change with it alone.
  return useMemo(() => ({ term, money, day, label: (key: string) => t(`lines.${key}`) }), [term, t]);
};
