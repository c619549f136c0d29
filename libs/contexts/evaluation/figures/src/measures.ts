import type { Valued } from '@perspectief/evaluation-disclosure';
import { releaseFlow } from '@perspectief/evaluation-disclosure';
import { domains, type Domain } from '@perspectief/kernel';
import {
  droppedOut, leadTimes, lifeAreaDeltas, phaseReached, qualityOfLife, reach, relapseOf, timeInTrack, type CaseRecord, type Milestone,
} from '@perspectief/evaluation-measures';
import type { Made, Part } from './figure.js';
import { byGroup, meanPart, percentilePart, sharePart, tablePart } from './parts.js';
import type { FigureSpec } from './spec.js';
import { EVERYBODY, recordsOf, subjectOf, type StudyCase } from './study-case.js';

const subjects = (cases: readonly StudyCase[]): readonly string[] => cases.map(subjectOf);
const named = (group: string, what: string): string => (group === EVERYBODY ? what : `${group} · ${what}`);
const told = (values: readonly { readonly trajectory: string; readonly value: number }[]): readonly Valued[] =>
  values.map(({ trajectory, value }) => ({ subject: trajectory, value }));

const asFlow = (stages: Parameters<typeof releaseFlow>[0]): Made => {
  const released = releaseFlow(stages);
  return 'refused' in released ? released : { flow: released.stages, behind: released.behind };
};
export const flowPart = (name: string, stages: Parameters<typeof releaseFlow>[0]): Part => ({ name, made: asFlow(stages) });

export const leadTimeParts = (cases: readonly StudyCase[], { by, from, to }: FigureSpec): readonly Part[] =>
  byGroup(cases, by, (group, of) => {
    const values = told(leadTimes(recordsOf(of), from as Milestone, to as Milestone));
    return [percentilePart(named(group, 'median'), values, 0.5), percentilePart(named(group, '90th percentile'), values, 0.9)];
  });

const ended: ReadonlySet<string> = new Set(['met', 'met-late', 'breached']);
const clocksOfLaw = (law: Domain, { clocks }: CaseRecord) => clocks.filter((clock) => clock.law === law && clock.duty === 'municipality' && ended.has(clock.state));

/** Of people with a clock under the law that ended: the share of those whose every clock was in time. */
export const onTimeParts = (cases: readonly StudyCase[], { by }: FigureSpec): readonly Part[] =>
  byGroup(cases, by, (group, of) =>
    domains.map((law) => {
      const whole = of.filter(({ record }) => clocksOfLaw(law, record).length > 0);
      const inTime = whole.filter(({ record }) => clocksOfLaw(law, record).every(({ state }) => state === 'met'));
      return sharePart(named(group, law), subjects(inTime), subjects(whole));
    }),
  );

export const outflowParts = (cases: readonly StudyCase[], { by }: FigureSpec): readonly Part[] => {
  const outcomes = [...new Set(cases.flatMap(({ record }) => record.outcome ?? []))].sort();
  return [tablePart('outflow', cases, by, [...outcomes, 'still running'], ({ record }) => record.outcome ?? 'still running')];
};

const phases = ['intake', 'support', 'buy-out', 'aftercare'] as const;
export const dropoutParts = (cases: readonly StudyCase[], { by }: FigureSpec): readonly Part[] => [
  tablePart('dropout', cases, by, [...phases, 'stayed'], ({ record }) => (droppedOut(record) ? phaseReached(record) : 'stayed')),
];

export const relapseParts = (cases: readonly StudyCase[], { by }: FigureSpec): readonly Part[] => {
  const all = recordsOf(cases);
  return byGroup(cases, by, (group, of) => {
    const followed = of.filter(({ record }) => record.milestones.aftercare !== undefined);
    return sharePart(group, subjects(followed.filter(({ record }) => relapseOf(record, all) !== undefined)), subjects(followed));
  });
};

export const lifeAreaParts = (cases: readonly StudyCase[]): readonly Part[] => {
  const deltas = lifeAreaDeltas(recordsOf(cases));
  const names = [...new Set(deltas.map(({ lifeArea, by }) => `${lifeArea} · ${by}`))].sort();
  return names.map((name) => meanPart(name, told(deltas.filter(({ lifeArea, by }) => `${lifeArea} · ${by}` === name)), 'score'));
};

export const qualityOfLifeParts = (cases: readonly StudyCase[], { by }: FigureSpec): readonly Part[] =>
  byGroup(cases, by, (group, of) => qualityOfLife(recordsOf(of)).map(({ moment, marks }) => meanPart(named(group, moment), told(marks), 'mark')));

/** Of people who repay in money: whether no instalment that fell due was late. */
export const creditParts = (cases: readonly StudyCase[], { by }: FigureSpec): readonly Part[] =>
  byGroup(cases, by, (group, of) => {
    const inMoney = ({ record }: StudyCase) => record.credits.filter(({ form, due }) => form === 'money' && due > 0);
    const repaying = of.filter((one) => inMoney(one).length > 0);
    const onTime = repaying.filter((one) => inMoney(one).every(({ due, onTime: received }) => received === due));
    const inArrears = repaying.filter((one) => inMoney(one).some(({ inArrears: late }) => late > 0));
    return [
      sharePart(named(group, 'all on time'), subjects(onTime), subjects(repaying)),
      sharePart(named(group, 'in arrears'), subjects(inArrears), subjects(repaying)),
    ];
  });

const EURO = 1 / 100;
/** Means for one case, in euro. No avoided cost without a scenario that says whose prices it takes. */
export const costParts = (cases: readonly StudyCase[], { by }: FigureSpec): readonly Part[] =>
  byGroup(cases, by, (group, of) => {
    const per = (what: string, cents: (one: StudyCase) => number): Part =>
      meanPart(named(group, what), of.map((one) => ({ subject: subjectOf(one), value: cents(one) })), 'euro', EURO);
    return [per('from pots', ({ fromPots }) => fromPots), per('incentives', ({ record }) => record.spentOnIncentives), per('forgiven', ({ record }) => record.debts.discharged)];
  });

export const reachParts = (cases: readonly StudyCase[]): readonly Part[] => [
  flowPart('reach', reach(recordsOf(cases)).map(({ name, trajectories }) => ({ name, kept: trajectories }))),
];

const WAY: readonly Milestone[] = ['report', 'conversation', 'plan', 'active', 'aftercare', 'completed'];
export const timeInTrackParts = (cases: readonly StudyCase[]): readonly Part[] => {
  const records = recordsOf(cases);
  const stages = timeInTrack(records, WAY);
  const waits = WAY.slice(1).map((to, i) => {
    const came = new Set(stages[i + 1]?.trajectories ?? []);
    return percentilePart(`${WAY[i]} > ${to}`, told(leadTimes(records.filter(({ trajectory }) => came.has(trajectory)), WAY[i] as Milestone, to)), 0.5);
  });
  return [flowPart('way through', stages.map(({ name, trajectories }) => ({ name, kept: trajectories }))), ...waits];
};
