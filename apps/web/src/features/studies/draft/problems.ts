import type { CardDraft, ConditionDraft } from './card-draft';

/** What is wrong with which field, as a key of the words. The same rules as the service's, said before it is asked. */
export type Problems = Readonly<Record<string, string>>;

const isEmpty = (text: string): boolean => text.trim() === '';
const isWhole = (text: string, { from, to }: { readonly from: number; readonly to: number }): boolean => /^\d+$/.test(text.trim()) && Number(text) >= from && Number(text) <= to;

const LONGEST_DAYS = 3_650;

const ofCondition = ({ key, kind, event, attribute, values, days }: ConditionDraft): (readonly [string, string])[] => {
  const wrong: [string, string][] = [];
  if (kind === 'happened' && event === '') wrong.push([`${key}.event`, 'chooseEvent']);
  if (kind === 'happened' && !isEmpty(days) && !isWhole(days, { from: 0, to: LONGEST_DAYS })) wrong.push([`${key}.days`, 'days']);
  if (kind === 'attribute' && attribute === '') wrong.push([`${key}.attribute`, 'chooseAttribute']);
  if (kind === 'attribute' && isEmpty(values)) wrong.push([`${key}.values`, 'values']);
  return wrong;
};

const ofArms = ({ arms }: CardDraft): (readonly [string, string])[] => {
  const names = arms.map(({ name }) => name.trim());
  return arms.flatMap(({ key, name, when }, n) => [
    ...(isEmpty(name) ? [[`${key}.name`, 'name'] as const] : names.indexOf(name.trim()) < n ? [[`${key}.name`, 'sameName'] as const] : []),
    ...(when.length === 0 ? [[`${key}.when`, 'condition'] as const] : []),
    ...when.flatMap(ofCondition),
  ]);
};

/** An event that defines who is in, or which arm, cannot be the outcome too. */
const definedBy = ({ timeZero, eligibility, arms }: CardDraft): ReadonlySet<string> =>
  new Set([timeZero, ...[...eligibility, ...arms.flatMap(({ when }) => when)].flatMap(({ kind, event, not }) => (kind === 'happened' && !not ? [event] : []))].filter((event) => event !== ''));

export const problemsOf = (draft: CardDraft): Problems => {
  const texts = (['question', 'purpose', 'legalBasis', 'outcomeSays'] as const).flatMap((field) => (isEmpty(draft[field]) ? [[field, 'text'] as const] : []));
  const chosen = (['timeZero', 'outcome'] as const).flatMap((field) => (draft[field] === '' ? [[field, 'chooseEvent'] as const] : []));
  const lists = (['censoring', 'analysis'] as const).flatMap((field) => (draft[field].length === 0 ? [[field, 'one'] as const] : []));
  return Object.fromEntries([
    ...texts, ...chosen, ...lists,
    ...(draft.outcome !== '' && definedBy(draft).has(draft.outcome) ? [['outcome', 'outcomeApart'] as const] : []),
    ...(isWhole(draft.followUpDays, { from: 1, to: LONGEST_DAYS }) ? [] : [['followUpDays', 'followUp'] as const]),
    ...(draft.arms.length < 2 ? [['arms', 'twoArms'] as const] : []),
    ...ofArms(draft), ...draft.eligibility.flatMap(ofCondition),
  ]);
};
