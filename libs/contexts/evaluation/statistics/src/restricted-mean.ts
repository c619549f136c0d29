import { zFor } from './normal.js';
import type { SurvivalCurve } from './kaplan-meier.js';

/** Mean time without the event, up to a horizon. */
export interface RestrictedMean {
  readonly horizon: number;
  readonly mean: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** True where nobody was seen as long as the horizon: the last height is carried on, so say so. */
  readonly extrapolated: boolean;
}

/** Area under the curve from 0 to the horizon, with its error (R: `rmean`). @throws RangeError for a horizon that is not above 0. */
export const restrictedMean = ({ steps, confidence }: SurvivalCurve, horizon: number): RestrictedMean => {
  if (!(horizon > 0)) throw new RangeError('a horizon lies after time zero');
  const inside = steps.filter(({ time }) => time <= horizon);
  const widths = inside.map(({ time }, index) => (inside[index + 1]?.time ?? horizon) - time);
  let after = 0;
  let variance = 0;
  for (let i = inside.length - 1; i >= 0; i -= 1) {
    const { survival, events, atRisk } = inside[i] as (typeof inside)[number];
    after += survival * (widths[i] as number);
    if (events > 0 && events < atRisk) variance += (after * after * events) / (atRisk * (atRisk - events));
  }
  const mean = (inside[0]?.time ?? horizon) + after;
  const standardError = Math.sqrt(variance);
  const half = zFor(confidence) * standardError;
  const last = steps.at(-1);
  const extrapolated = last === undefined || (last.time < horizon && last.survival > 0);
  return { horizon, mean, standardError, lower: mean - half, upper: mean + half, extrapolated };
};
