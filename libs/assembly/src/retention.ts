import type { DataSource } from 'typeorm';
import { addYears, type BusinessDate, type Uuid } from '@perspectief/kernel';
import { parameter, type ParameterKey } from '@perspectief/law';

/** What is kept for how long after the last trajectory closed: one file of one household. */
export interface RetentionDue {
  readonly householdId: Uuid;
  /** A law or the tandem; `household` for who it was, with all that is left. */
  readonly what: RetainedWork | 'household';
  readonly lastClosedOn: BusinessDate;
  readonly dueOn: BusinessDate;
  /** Ids of the parameters that say so, with how sure their numbers are. */
  readonly rules: readonly { readonly id: string; readonly years: number; readonly confidence: string }[];
}

const RULES = {
  jeugd: 'youth-retention',
  wmo: 'wmo-retention',
  participatiewet: 'assistance-retention',
  schuldhulp: 'debt-help-retention',
  tandem: 'tandem-note-retention',
} as const satisfies Readonly<Record<string, ParameterKey>>;
type RetainedWork = keyof typeof RULES;

/** Households without an open trajectory that had one, with the work that they still have living keys for. */
const KEPT = `select t.household_id as "householdId", max(t.closed_on)::text as "lastClosedOn", array_agg(distinct k.scope) as scopes
  from read.trajectories t join access.data_keys k on k.household_id = t.household_id and k.destroyed_at is null
  where not t.erased and t.municipality = $1
  group by t.household_id having bool_and(t.closed_on is not null) order by 2, 1`;

interface Kept {
  readonly householdId: Uuid;
  readonly lastClosedOn: BusinessDate;
  readonly scopes: readonly string[];
}

const isWork = (scope: string): scope is RetainedWork => scope in RULES;

/** The number that held when the trajectory closed, or a longer one since. */
const ruleFor = (work: RetainedWork, closedOn: BusinessDate, today: BusinessDate) => {
  const [then, now] = [parameter(RULES[work], closedOn), parameter(RULES[work], today)];
  return now.value > then.value ? now : then;
};

const dueOf = ({ householdId, lastClosedOn, scopes }: Kept, today: BusinessDate): readonly RetentionDue[] => {
  const works = scopes.filter(isWork).map((work) => ({ work, rule: ruleFor(work, lastClosedOn, today) }));
  const due = works.map(({ work, rule }) => ({
    ...{ householdId, what: work, lastClosedOn, dueOn: addYears(lastClosedOn, rule.value) },
    rules: [{ id: rule.id, years: rule.value, confidence: rule.confidence }],
  }));
  // Who the household is stays as long as anything else of it does; with nothing else, as long as the longest.
  const longest = Math.max(...(works.length > 0 ? works : (Object.keys(RULES) as RetainedWork[]).map((work) => ({ work, rule: ruleFor(work, lastClosedOn, today) }))).map(({ rule }) => rule.value));
  const rules = due.flatMap((one) => one.rules).filter(({ years }) => years === longest);
  return [...due, { householdId, what: 'household', lastClosedOn, dueOn: addYears(lastClosedOn, longest), rules }];
};

/** What may be erased by a day, oldest first. Nothing goes by itself: a privacy officer says yes with EraseLawData or EraseHousehold. */
export class Retention {
  constructor(private readonly database: DataSource) {}

  async due(municipality: string, today: BusinessDate): Promise<readonly RetentionDue[]> {
    const kept = (await this.database.query(KEPT, [municipality])) as readonly Kept[];
    return kept
      .flatMap((household) => dueOf(household, today))
      .filter(({ dueOn }) => dueOn <= today)
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  }
}
