import { boundsOf, type Bounds, type IntervalScale } from './bounds.js';
import { onOneClock } from './clock.js';
import { zFor } from './normal.js';
import { riskSteps, type RiskStep, type Spell } from './spell.js';

export interface CurveOptions {
  /** 0.95 unless told otherwise. */
  readonly confidence?: number;
  /** `log` unless told otherwise, as in R. */
  readonly scale?: IntervalScale;
}

/** One step of a survival curve. Where survival has fallen to 0, error and bounds are undefined: null, not 0. */
export interface SurvivalStep extends RiskStep, Bounds {
  readonly survival: number;
  /** Of survival itself (Greenwood). */
  readonly standardError: number | null;
  /** Of the logarithm of survival: what R's survfit calls std.err. */
  readonly relativeError: number | null;
}

export interface SurvivalCurve {
  readonly subjects: number;
  readonly events: number;
  readonly confidence: number;
  readonly scale: IntervalScale;
  readonly steps: readonly SurvivalStep[];
}

/**
 * Kaplan-Meier: the share that no event of any cause has met, at each time at which somebody leaves, with Greenwood's error.
 * Ties are one step. Equal to survfit of R's survival within 1e-8.
 */
export const kaplanMeier = (spells: readonly Spell[], { confidence = 0.95, scale = 'log' }: CurveOptions = {}): SurvivalCurve => {
  const z = zFor(confidence);
  let survival = 1;
  let variance = 0;
  const steps = riskSteps(onOneClock(spells)).map((step): SurvivalStep => {
    const { atRisk, events } = step;
    if (events > 0) {
      survival *= (atRisk - events) / atRisk;
      variance += events / (atRisk * (atRisk - events));
    }
    const relativeError = survival > 0 ? Math.sqrt(variance) : null;
    const standardError = relativeError === null ? null : survival * relativeError;
    return { ...step, survival, standardError, relativeError, ...boundsOf(survival, relativeError, z, scale) };
  });
  return { subjects: spells.length, events: steps.reduce((sum, { events }) => sum + events, 0), confidence, scale, steps };
};

/** Survival at a time: that of the last step at or before it; 1 before the first. */
export const survivalAt = ({ steps }: SurvivalCurve, time: number): number => steps.findLast((step) => step.time <= time)?.survival ?? 1;
