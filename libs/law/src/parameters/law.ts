import { addDays, type BusinessDate } from '@perspectief/kernel';
import { catalogue, type LawParameter, type ParameterKey } from './catalogue.js';
import type { ParameterDefinition, Unit } from './parameter.js';

/** "What if the rule had been otherwise": another value over a period, under a name that its version carries. */
export interface Override {
  readonly key: ParameterKey;
  readonly value: number;
  readonly unit?: Unit;
  readonly atwApplies?: boolean;
  /** First and last day on which it holds; without them, always. */
  readonly from?: BusinessDate;
  readonly until?: BusinessDate;
  /** Such as `what-if-2-weeks` or `ordinance-groningen`. */
  readonly name: string;
}

/** The law as it held on one day. */
export interface LawOfDay {
  readonly day: BusinessDate;
  parameter(key: ParameterKey): LawParameter;
  value(key: ParameterKey): number;
}

/** The law over time. */
export interface Law {
  /**
   * The version that holds on the day. Before the first version the oldest is given with `inForce: false`,
   * so that a page with a wrongly typed year still folds; the version's name shows which rule was taken.
   */
  parameter(key: ParameterKey, day: BusinessDate): LawParameter;
  on(day: BusinessDate): LawOfDay;
  /** Every version of every number, in the order of the catalogue, oldest first. */
  readonly versions: readonly LawParameter[];
}

const versionsOf = (key: ParameterKey): readonly LawParameter[] => {
  const { versions, ...shared }: ParameterDefinition = catalogue[key];
  return versions.map((version, index) => {
    const next = versions[index + 1];
    return Object.freeze({
      atwApplies: false, ...shared, ...version, key,
      version: `${shared.id}@${version.validFrom}`,
      ...(next && { validTo: addDays(next.validFrom, -1) }),
      inForce: true,
    });
  });
};

const keys = Object.keys(catalogue) as ParameterKey[];
const oldestFirst = new Map(keys.map((key) => [key, versionsOf(key)]));

const enacted = (key: ParameterKey, day: BusinessDate): LawParameter => {
  const versions = oldestFirst.get(key) ?? [];
  for (let i = versions.length - 1; i >= 0; i -= 1) {
    const version = versions[i];
    if (version && version.validFrom <= day) return version;
  }
  const [oldest] = versions;
  if (!oldest) throw new RangeError(`no such parameter: ${key}`);
  return { ...oldest, inForce: false };
};

const holdsOn = (override: Override, day: BusinessDate): boolean =>
  (override.from === undefined || override.from <= day) && (override.until === undefined || day <= override.until);

const applied = (override: Override, to: LawParameter): LawParameter => ({
  ...to,
  value: override.value,
  unit: override.unit ?? to.unit,
  atwApplies: override.atwApplies ?? to.atwApplies,
  version: `${to.version}~${override.name}`,
});

const lawFrom = (parameter: Law['parameter']): Law => ({
  parameter,
  on: (day) => ({
    day,
    parameter: (key) => parameter(key, day),
    value: (key) => parameter(key, day).value,
  }),
  versions: keys.flatMap((key) => oldestFirst.get(key) ?? []),
});

/** The law as enacted, so far as the catalogue knows it. */
export const dutchLaw: Law = lawFrom(enacted);

/** The same law with some numbers otherwise: a stricter ordinance, or a question of "what if". The last one that fits wins. */
export const lawWith = (overrides: readonly Override[]): Law =>
  lawFrom((key, day) => {
    const base = enacted(key, day);
    const override = overrides.findLast((one) => one.key === key && holdsOn(one, day));
    return override ? applied(override, base) : base;
  });

export const lawOn = (day: BusinessDate): LawOfDay => dutchLaw.on(day);

/** The number that holds on the day, and the version that a decision names. */
export const parameter = (key: ParameterKey, day: BusinessDate): LawParameter => enacted(key, day);
