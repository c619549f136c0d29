import type { CaseRecord } from './case-record.js';

/** What figures are told apart by. A case with two instruments counts under both, one without under `none`. */
export const dimensions = {
  area: ({ area }: CaseRecord): readonly string[] => [area],
  source: ({ source }: CaseRecord): readonly string[] => [source],
  tandem: ({ tandem }: CaseRecord): readonly string[] => [tandem ? 'tandem' : 'no tandem'],
  instrument: ({ instruments }: CaseRecord): readonly string[] => (instruments.length > 0 ? instruments : ['none']),
  year: ({ year }: CaseRecord): readonly string[] => [String(year)],
} as const satisfies Readonly<Record<string, (one: CaseRecord) => readonly string[]>>;
export type Dimension = keyof typeof dimensions;

/** Cases by the values of a dimension, values in order. */
export const casesBy = (cases: readonly CaseRecord[], dimension: Dimension): ReadonlyMap<string, readonly CaseRecord[]> => {
  const groups = new Map<string, CaseRecord[]>();
  for (const one of cases)
    for (const value of dimensions[dimension](one)) {
      const group = groups.get(value);
      if (group) group.push(one);
      else groups.set(value, [one]);
    }
  return new Map([...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The same measure for each value of a dimension. */
export const measuredBy = <Measured>(
  cases: readonly CaseRecord[],
  dimension: Dimension,
  measure: (cases: readonly CaseRecord[]) => Measured,
): ReadonlyMap<string, Measured> =>
  new Map([...casesBy(cases, dimension)].map(([value, group]) => [value, measure(group)]));
