import { refuse } from '@perspectief/kernel';
import { enoughEvents, releaseCurve, waitingForCompany, type ExactStep, type Observed } from '@perspectief/evaluation-disclosure';
import { cumulativeIncidence, kaplanMeier, logRank, medianOf, restrictedMean, type GroupedSpell } from '@perspectief/evaluation-statistics';
import type { Part } from './figure.js';
import { numberOfGroups } from './parts.js';
import type { FigureSpec } from './spec.js';
import { EVERYBODY, grouped, subjectOf, type StudyCase } from './study-case.js';

/** Days: a month as it is grouped. Finer steps would leave less to say of anything else. */
const PERIOD = 28;

type Groups = readonly (readonly [name: string, cases: readonly StudyCase[]])[];

const observed = (cases: readonly StudyCase[], isEvent: (one: StudyCase) => boolean): readonly Observed[] =>
  cases.map((one) => ({ subject: subjectOf(one), start: one.spell.start, stop: one.spell.stop, event: isEvent(one) }));

/** Few who left without the outcome are counted as still there until they are enough: a curve that had to stop for each of them would show nothing. */
const gathered = (cases: readonly StudyCase[]): readonly StudyCase[] => {
  const stops = waitingForCompany(cases.map(({ arm, spell: { stop, cause } }) => ({ stop, among: cause === 1 ? undefined : `${cause} ${arm}` })), { period: PERIOD, among: ({ among }) => among });
  return cases.map((one, i) => ({ ...one, spell: { ...one.spell, stop: stops[i] as number } }));
};

/** Arms are parts of the whole, with the same people waiting together; other groups wait among themselves. */
const gatheredBy = (cases: readonly StudyCase[], by: FigureSpec['by']): Groups =>
  by === undefined || by === 'arm' ? [...grouped(gathered(cases), by)] : [...grouped(cases, by)].map(([name, of]) => [name, gathered(of)] as const);

const curvePart = (name: string, cases: readonly StudyCase[], steps: readonly ExactStep[], isEvent: (one: StudyCase) => boolean): Part => {
  if (!enoughEvents([cases.filter(isEvent).length])) return { name, made: refuse('TOO_FEW') };
  const released = releaseCurve({ observed: observed(cases, isEvent), steps, period: PERIOD });
  if ('refused' in released) return { name, made: released };
  const { behind, ...curve } = released;
  return { name, made: { curve, behind } };
};

const eventsIn = (cases: readonly StudyCase[], cause: number): number => cases.filter(({ spell }) => spell.cause === cause).length;
const isOutcome = ({ spell }: StudyCase): boolean => spell.cause === 1;
/** Only the outcome counts; who met something else is no longer watched. */
const outcomeSpells = (cases: readonly StudyCase[]) => cases.map(({ spell: { start, stop, cause } }) => ({ start, stop, cause: cause === 1 ? 1 : 0 }));
const rounded = (days: number): number => Math.round(days);

const curvesOf = (groups: Groups): readonly Part[] =>
  groups.map(([name, cases]) => {
    const steps = kaplanMeier(outcomeSpells(cases)).steps.map(({ time, survival, lower, upper }) => ({ time, estimate: survival, lower, upper }));
    return curvePart(name, cases, steps, isOutcome);
  });

const summaryOf = (name: string, cases: readonly StudyCase[], horizon: number): readonly Part[] => {
  const curve = kaplanMeier(outcomeSpells(cases));
  const people = [cases.map(subjectOf)];
  if (!enoughEvents([eventsIn(cases, 1)])) return [{ name: `${name} · median`, made: refuse('TOO_FEW') }];
  const { estimate } = medianOf(curve);
  const mean = restrictedMean(curve, horizon);
  // The median is the day of somebody: told in whole weeks.
  const week = estimate === null ? undefined : { value: 7 * rounded(estimate / 7), unit: 'days' as const };
  return [
    ...(week ? [numberOfGroups(`${name} · median`, people, week)] : []),
    numberOfGroups(`${name} · restricted mean to ${horizon}`, people, { value: rounded(mean.mean), lower: rounded(mean.lower), upper: rounded(mean.upper), unit: 'days' }),
  ];
};

const testOf = (groups: Groups, stratum?: (one: StudyCase) => string): Part => {
  const name = stratum ? 'log-rank, by area' : 'log-rank';
  const spells = groups.flatMap(([group, cases]) =>
    cases.map((one): GroupedSpell => {
      const { start, stop, cause } = one.spell;
      return { start, stop, cause: cause === 1 ? 1 : 0, group, ...(stratum && { stratum: stratum(one) }) };
    }));
  const { p } = logRank(spells);
  if (p === null || !enoughEvents(groups.map(([, cases]) => eventsIn(cases, 1)))) return { name, made: refuse('TOO_FEW') };
  return numberOfGroups(name, groups.map(([, cases]) => cases.map(subjectOf)), { value: Number(p.toPrecision(2)), unit: 'p-value' });
};

/** Share without the outcome, per group, with bands; medians, restricted means and the log-rank test where enough had it. */
export const survivalParts = (cases: readonly StudyCase[], { by }: FigureSpec, horizon: number): readonly Part[] => {
  const groups: Groups = [...grouped(cases, by)];
  const compared = groups.length > 1 && by !== 'instrument';
  return [
    ...curvesOf(gatheredBy(cases, by)),
    ...groups.flatMap(([name, of]) => summaryOf(name, of, horizon)),
    ...(compared ? [testOf(groups)] : []),
    ...(compared && by === 'arm' ? [testOf(groups, ({ record }) => record.area)] : []),
  ];
};

/** Cumulative incidence of the outcome, and of what made it impossible: never one minus survival. */
export const incidenceParts = (cases: readonly StudyCase[], { by }: FigureSpec): readonly Part[] =>
  gatheredBy(cases, by).flatMap(([group, of]) =>
    cumulativeIncidence(of.map(({ spell }) => spell)).map(({ cause, steps }) => {
      const what = cause === 1 ? 'outcome' : 'competing';
      const exact = steps.map(({ time, incidence, lower, upper }) => ({ time, estimate: incidence, lower, upper }));
      // Before its first step nobody had it; a curve of survival begins at one, this one at nought.
      const fromNought = [{ time: 0, estimate: 0, lower: 0, upper: 0 }, ...exact];
      return curvePart(group === EVERYBODY ? what : `${group} · ${what}`, of, fromNought, ({ spell }) => spell.cause === cause);
    }),
  );
