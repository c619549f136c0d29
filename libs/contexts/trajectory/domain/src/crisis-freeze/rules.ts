import { addYears, dayOfCommand, type BusinessDate, type Rule, type Uuid } from '@perspectief/kernel';
import type { TrajectoryRefusal } from '../refusals.js';
import type { Situation } from '../track.js';
import type { Instrument } from './events.js';
import { latestDay } from './maximum.js';
import type { CrisisFreezeState, Freeze, Threat } from './state.js';

type Objection = Rule<TrajectoryRefusal>;

/** Calm that holds today: ordered by the court for the time being, or granted. */
export const freezeRuns = ({ freezes }: CrisisFreezeState): boolean =>
  freezes.some(({ phase }) => phase === 'interim' || phase === 'running');

/** First days of the broad moratoria that were granted here; another trajectory of the household wants to know them. */
export const broadMoratoriaOf = ({ freezes }: CrisisFreezeState): readonly BusinessDate[] =>
  freezes.flatMap((freeze) => (freeze.instrument === 'broad-moratorium' && 'from' in freeze ? [freeze.from] : []));

export const threatOf = ({ threats }: CrisisFreezeState, threatId: Uuid | undefined): Threat | undefined =>
  threats.find((threat) => threat.threatId === threatId);

export const freezeOf = ({ freezes }: CrisisFreezeState, freezeId: Uuid): Freeze | undefined =>
  freezes.find((freeze) => freeze.freezeId === freezeId);

export const threatIsKnown = (state: CrisisFreezeState, threatId: Uuid | undefined): Objection =>
  threatId !== undefined && !threatOf(state, threatId) && { code: 'UNKNOWN_THREAT', field: 'threatId' };

export const freezeIsNew = (state: CrisisFreezeState, freezeId: Uuid): Objection =>
  freezeOf(state, freezeId) !== undefined && { code: 'FREEZE_EXISTS', field: 'freezeId' };

/** A last day is not past the instrument's maximum, counted from the first day. */
export const isNotTooLong = (
  { context, meta }: Situation,
  instrument: Instrument,
  from: BusinessDate,
  until: BusinessDate | undefined,
): Objection => {
  const latest = latestDay(context.law.on(dayOfCommand(meta)), instrument, from);
  return (
    until !== undefined &&
    latest !== undefined &&
    until > latest && { code: 'FREEZE_TOO_LONG', field: 'until', facts: { latest } }
  );
};

/** Fw 287b lid 2 knows eviction, energy, water and health insurance; district heating is missing there (FR-04). */
export const threatIsNarrow = (state: CrisisFreezeState, instrument: Instrument, threatId: Uuid | undefined): Objection => {
  if (instrument !== 'narrow-moratorium') return false;
  const threat = threatOf(state, threatId);
  return (!threat || threat.threat === 'heat-cutoff') && { code: 'NOT_A_NARROW_THREAT', field: 'threatId' };
};

/** What the court wants to see before it stops all creditors (Wgs 5 lid 2, FR-02). */
export const broadConditions = [
  'admitted',
  'duties-met',
  'lighter-means-tried',
  'budget-management',
  'fixed-costs-payable',
  'creditors-informed',
] as const;

export const broadConditionsAreMet = (instrument: Instrument, evidence: readonly string[]): Objection => {
  if (instrument !== 'broad-moratorium') return false;
  const open = broadConditions.filter((condition) => !evidence.includes(condition));
  return open.length > 0 && { code: 'BROAD_CONDITIONS_OPEN', field: 'evidence', facts: { open: open.join(' ') } };
};

/** FR-03: once in so many years, as far as is known here. */
export const broadWasNotUsedBefore = (
  { trajectory: { crisisFreeze }, context, meta }: Situation,
  instrument: Instrument,
): Objection => {
  if (instrument !== 'broad-moratorium') return false;
  const day = dayOfCommand(meta);
  const interval = context.law.on(day).parameter('broad-freeze-interval');
  const used = [...broadMoratoriaOf(crisisFreeze), ...(context.household?.broadMoratoria ?? [])];
  const last = used
    .filter((on) => addYears(on, interval.value) > day)
    .sort()
    .at(-1);
  return last !== undefined && { code: 'BROAD_USED_BEFORE', field: 'instrument', facts: { last, rule: interval.version } };
};

/** Granted, and over: from then on the court may be told how it went (FR-10). */
export const hasEnded = (freeze: Freeze): freeze is Extract<Freeze, { phase: 'lifted' | 'expired'; from: BusinessDate }> =>
  (freeze.phase === 'lifted' || freeze.phase === 'expired') && 'from' in freeze;

const notYetEnded = ({ phase }: Freeze): boolean => phase === 'requested' || phase === 'interim' || phase === 'running';

interface Target {
  readonly instrument: Instrument;
  readonly threatId?: Uuid | undefined;
  readonly debts: readonly Uuid[];
}

const concernSame = (one: Target, other: Target): boolean =>
  one.debts.length > 0 && other.debts.length > 0
    ? one.debts.some((debtId) => other.debts.includes(debtId))
    : one.threatId === other.threatId;

export const noSuchFreezeRuns = ({ freezes }: CrisisFreezeState, asked: Target): Objection =>
  freezes.some((freeze) => freeze.instrument === asked.instrument && notYetEnded(freeze) && concernSame(freeze, asked)) && {
    code: 'FREEZE_RUNNING',
    field: 'freezeId',
  };
