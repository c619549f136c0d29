import { useMemo } from 'react';
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import css from './studies.module.css';

export interface CurveStep {
  readonly time: number;
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly atRisk: number;
}

export interface NamedCurve {
  readonly name: string;
  readonly begins: number;
  readonly ends: number;
  readonly steps: readonly CurveStep[];
  /** 1 for survival, 0 for an incidence. */
  readonly from: 0 | 1;
}

const WIDTH = 720;
const HEIGHT = 300;
const LEFT = 56;
const RIGHT = 140;
const TOP = 14;
const ROW = 22;
const TICKS = 6;

const pointsOf = ({ steps, from, begins }: NamedCurve): readonly CurveStep[] => [{ time: 0, estimate: from, lower: from, upper: from, atRisk: begins }, ...steps];
const atRiskAt = (curve: NamedCurve, time: number): string => {
  // Not told, which is not the same as few.
  if (time > curve.ends) return '–';
  return String(pointsOf(curve).findLast((step) => step.time <= time)?.atRisk ?? '');
};

/** Curves as steps with their bands, named where they end; under the axis how many were still at risk. */
export const Curves = ({ curves, days, atRisk }: { readonly curves: readonly NamedCurve[]; readonly days: string; readonly atRisk: string }) => {
  const height = HEIGHT + 40 + ROW * (curves.length + 1);
  const drawn = useMemo(() => {
    const last = Math.max(28, ...curves.map(({ ends }) => ends));
    const x = scaleLinear([0, last], [LEFT, WIDTH - RIGHT]);
    const y = scaleLinear([0, 1], [HEIGHT, TOP]);
    const path = line<CurveStep>().x(({ time }) => x(time)).y(({ estimate }) => y(estimate)).curve(curveStepAfter);
    const band = area<CurveStep>().defined(({ lower, upper }) => lower !== null && upper !== null)
      .x(({ time }) => x(time)).y0(({ lower }) => y(lower ?? 0)).y1(({ upper }) => y(upper ?? 0)).curve(curveStepAfter);
    return { x, y, path, band, ticks: x.ticks(TICKS) };
  }, [curves]);
  const { x, y, path, band, ticks } = drawn;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} className={css.curves} aria-hidden>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(share)} y2={y(share)} className={css.grid} />
          <text x={LEFT - 8} y={y(share)} dy="0.35em" textAnchor="end" className={css.axis}>{share * 100}%</text>
        </g>
      ))}
      {curves.map((curve, n) => {
        const points = [...pointsOf(curve)];
        const end = points.at(-1);
        return (
          <g key={curve.name} className={css[`curve${n % 4}`]}>
            <path d={band(points) ?? ''} className={css.band} />
            <path d={path(points) ?? ''} className={css.line} />
            {end && <text x={x(end.time) + 8} y={y(end.estimate)} dy="0.35em" className={css.named}>{curve.name}</text>}
          </g>
        );
      })}
      {ticks.map((tick) => <text key={tick} x={x(tick)} y={HEIGHT + 18} textAnchor="middle" className={css.axis}>{tick}</text>)}
      <text x={WIDTH - RIGHT + 8} y={HEIGHT + 18} className={css.axis}>{days}</text>
      <text x={LEFT} y={HEIGHT + 44} className={css.axis}>{atRisk}</text>
      {curves.map((curve, n) => (
        <g key={curve.name} className={css[`curve${n % 4}`]}>
          {ticks.map((tick) => <text key={tick} x={x(tick)} y={HEIGHT + 44 + ROW * (n + 1)} textAnchor="middle" className={css.risk}>{atRiskAt(curve, tick)}</text>)}
          <text x={WIDTH - RIGHT + 8} y={HEIGHT + 44 + ROW * (n + 1)} className={css.risk}>{curve.name}</text>
        </g>
      ))}
    </svg>
  );
};
