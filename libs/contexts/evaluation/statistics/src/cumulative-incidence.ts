import { boundsOf, type Bounds } from './bounds.js';
import { onOneClock } from './clock.js';
import type { CurveOptions } from './kaplan-meier.js';
import { zFor } from './normal.js';
import { causesIn, riskSteps, type Spell } from './spell.js';

export interface IncidenceStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  /** The share that this cause has met by this time, all other causes taken into account. */
  readonly incidence: number;
  readonly standardError: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Cumulative incidence of one cause; with those of the other causes and survival it adds up to 1. */
export interface IncidenceCurve {
  readonly cause: number;
  readonly steps: readonly IncidenceStep[];
}

/**
 * Sums over subjects of squared influences (infinitesimal jackknife): on survival, on each incidence, and their products.
 * All who entered at the same time and are still here have the same influence, so one entry stands for all of them.
 */
interface Entered {
  atRisk: number;
  onSurvival: number;
  readonly onIncidence: number[];
}

class Influence {
  private readonly survival2: { sum: number } = { sum: 0 };
  private readonly product: number[];
  private readonly incidence2: number[];
  private readonly entered = new Map<number, Entered>();

  constructor(private readonly causes: number) {
    this.product = Array.from({ length: causes }, () => 0);
    this.incidence2 = Array.from({ length: causes }, () => 0);
  }

  enter(start: number): void {
    const group = this.entered.get(start) ?? { atRisk: 0, onSurvival: 0, onIncidence: Array.from({ length: this.causes }, () => 0) };
    group.atRisk += 1;
    this.entered.set(start, group);
  }

  /** One event time: `hazards` by cause, survival just before it, the number at risk. */
  step(hazards: readonly number[], survival: number, atRisk: number): void {
    const all = hazards.reduce((sum, h) => sum + h, 0);
    hazards.forEach((h, k) => {
      const product = this.product[k] as number;
      this.incidence2[k] = (this.incidence2[k] as number) + 2 * h * product + h * h * this.survival2.sum;
      this.product[k] = (1 - all) * (product + h * this.survival2.sum);
    });
    this.survival2.sum *= (1 - all) ** 2;
    for (const group of this.entered.values()) {
      hazards.forEach((h, k) => {
        group.onIncidence[k] = (group.onIncidence[k] as number) + group.onSurvival * h - (survival * h) / atRisk;
      });
      group.onSurvival = group.onSurvival * (1 - all) + (survival * all) / atRisk;
    }
  }

  /** One subject leaves; by an event of a cause (from 1) its own event weighs `survival / atRisk` more. */
  leave(start: number, cause: number, weight: number): void {
    const group = this.entered.get(start) as Entered;
    group.atRisk -= 1;
    if (group.atRisk === 0) this.entered.delete(start);
    const onSurvival = group.onSurvival - (cause > 0 ? weight : 0);
    this.survival2.sum += onSurvival ** 2;
    group.onIncidence.forEach((value, k) => {
      const onIncidence = value + (cause === k + 1 ? weight : 0);
      this.product[k] = (this.product[k] as number) + onSurvival * onIncidence;
      this.incidence2[k] = (this.incidence2[k] as number) + onIncidence ** 2;
    });
  }

  errorOf(cause: number): number {
    let sum = this.incidence2[cause - 1] as number;
    for (const { atRisk, onIncidence } of this.entered.values()) sum += atRisk * (onIncidence[cause - 1] as number) ** 2;
    return Math.sqrt(Math.max(0, sum));
  }
}

const byTime = (one: { readonly at: number }, other: { readonly at: number }): number => one.at - other.at;

const incidenceBounds = (incidence: number, error: number, z: number, scale: CurveOptions['scale']): Bounds =>
  boundsOf(incidence, incidence > 0 ? error / incidence : null, z, scale ?? 'log');

/**
 * Aalen-Johansen: by when each cause has met which share, with the others as competing causes, never as censoring. Errors by the
 * infinitesimal jackknife, as survfit of R has them for several states; all start in the same state. Causes 1 to the highest.
 */
export const cumulativeIncidence = (of: readonly Spell[], { confidence = 0.95, scale = 'log' }: CurveOptions = {}): readonly IncidenceCurve[] => {
  const spells = onOneClock(of);
  const z = zFor(confidence);
  const causes = causesIn(spells);
  const influence = new Influence(causes);
  const entering = spells.map(({ start }) => ({ at: start })).sort(byTime);
  const leaving = spells.map(({ start, stop, cause }) => ({ at: stop, start, cause })).sort(byTime);
  const curves = Array.from({ length: causes }, (_, k) => ({ cause: k + 1, incidence: 0, steps: [] as IncidenceStep[] }));
  let [survival, nextIn, nextOut] = [1, 0, 0];
  for (const { time, atRisk, byCause, events } of riskSteps(spells, causes)) {
    for (; (entering[nextIn]?.at ?? time) < time; nextIn += 1) influence.enter((entering[nextIn] as { at: number }).at);
    const hazards = byCause.map((d) => d / atRisk);
    if (events > 0) influence.step(hazards, survival, atRisk);
    for (; leaving[nextOut]?.at === time; nextOut += 1) {
      const { start, cause } = leaving[nextOut] as { start: number; cause: number };
      influence.leave(start, cause, survival / atRisk);
    }
    for (const curve of curves) {
      curve.incidence += survival * (hazards[curve.cause - 1] as number);
      const standardError = influence.errorOf(curve.cause);
      const { incidence } = curve;
      const counted = { time, atRisk, events: byCause[curve.cause - 1] as number };
      curve.steps.push({ ...counted, incidence, standardError, ...incidenceBounds(incidence, standardError, z, scale) });
    }
    survival *= (atRisk - events) / atRisk;
  }
  return curves.map(({ cause, steps }) => ({ cause, steps }));
};
