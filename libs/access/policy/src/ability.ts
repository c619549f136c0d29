import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { policies as everyPolicy, policyOf, type Policies } from './policies/index.js';
import { ME, ME_AT_HOME, MY_AREAS, MY_GLASSES, MY_MUNICIPALITY, MY_WHOLE_MUNICIPALITY, type Condition, type PolicyRow } from './policies/words.js';
import type { Viewer } from './viewer.js';

export type FileAbility = MongoAbility<[string, string | object]>;
type Rule = RawRuleOf<FileAbility>;

/** In place of parts, for what is done and shows nothing: without fields a rule would be about every part. */
const DONE = 'done';

/** What the words of conditions stand for, for this viewer. A word that stands for nobody matches nothing. */
const meanings = ({ personId, role, municipality, areas, glasses }: Viewer): Readonly<Record<string, unknown>> => ({
  [ME]: personId,
  [ME_AT_HOME]: role === 'household-member' ? personId : '',
  [MY_MUNICIPALITY]: municipality,
  [MY_WHOLE_MUNICIPALITY]: areas.length === 0 ? municipality : '',
  [MY_AREAS]: areas,
  [MY_GLASSES]: glasses,
});

const meant = (condition: Condition, words: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const of = (value: unknown): unknown => {
    if (typeof value === 'string') return Object.hasOwn(words, value) ? words[value] : value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([operator, operand]) => [operator, of(operand)]));
  };
  return Object.fromEntries(Object.entries(condition).map(([field, value]) => [field, of(value)]));
};

const rulesOf = ({ may, on, when, parts }: PolicyRow, name: string, words: Readonly<Record<string, unknown>>): readonly Rule[] => {
  const shared = { action: [...may], subject: on, reason: name, fields: parts ? [...parts] : [DONE] };
  return when ? when.map((condition) => ({ ...shared, conditions: meant(condition, words) })) : [shared];
};

/** The rules of one viewer. Row n of the role goes under the name `n`. */
export const abilityOf = (viewer: Viewer, policies: Policies = everyPolicy): FileAbility => {
  const words = meanings(viewer);
  const rows = policyOf(viewer.role, policies)?.rows ?? [];
  return createMongoAbility<FileAbility>([
    ...rows.flatMap((row, n) => rulesOf(row, String(n), words)),
    ...policies.bans.map(({ never, on, when }): Rule => ({ action: [...never], subject: [...on], conditions: meant(when, words), inverted: true })),
  ]);
};
