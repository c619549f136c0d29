import { deriveId, type Actor, type Uuid } from '@perspectief/kernel';
import type { Story } from './story.js';

const LABEL = /^\$([A-Za-z][\w-]*)$/;

/** Fields whose value is somebody's name in `people`. */
const PERSON_FIELDS: ReadonlySet<string> = new Set(['coachId', 'expertId']);

/** The id that a label such as `$trajectory` stands for in a story. */
export const idOfLabel = (story: string, label: string): Uuid => deriveId(story, label.replace(LABEL, '$1'));
export const idOfPerson = (story: string, alias: string): Uuid => deriveId(story, 'person', alias);
export const idOfStep = (story: string, n: number): Uuid => deriveId(story, 'step', n);

export const actorOf = ({ story, people }: Story, alias: string): Actor => ({
  id: idOfPerson(story, alias),
  role: people[alias]?.role ?? 'unknown',
});

type Named = Pick<Story, 'story' | 'people'>;

const textResolved = ({ story, people }: Named, text: string, field: string): string => {
  if (LABEL.test(text)) return idOfLabel(story, text);
  if (PERSON_FIELDS.has(field)) return idOfPerson(story, text);
  return field === 'who' && Object.hasOwn(people, text) ? idOfPerson(story, text) : text;
};

/** The same data with ids where labels and aliases stood; keys may be labels too. */
export const resolved = (story: Named, value: unknown, field = ''): unknown => {
  if (typeof value === 'string') return textResolved(story, value, field);
  if (Array.isArray(value)) return value.map((item) => resolved(story, item, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [LABEL.test(key) ? idOfLabel(story.story, key) : key, resolved(story, part, key)]),
  );
};

const labelsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return LABEL.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [...labelsIn(key), ...labelsIn(part)]);
};

const CATEGORIES = ['trajectory', 'household', 'pooledBudget'] as const;

/** Every stream that these data may touch: each id under each category; which label is which thing only the domain knows. */
export const streamsNamedIn = (story: string, data: unknown): string[] =>
  [...new Set(labelsIn(data))].flatMap((label) => CATEGORIES.map((category) => `${category}-${idOfLabel(story, label)}`));

/** Every stream of a story. */
export const streamsOf = ({ story, steps }: Pick<Story, 'story' | 'steps'>): string[] =>
  streamsNamedIn(story, steps.flatMap((step) => ('clock' in step ? [] : [step.with])));

/** The other way round, for reports: labels where the story's ids stand. */
export const labelled = ({ story, steps }: Pick<Story, 'story' | 'steps'>, value: unknown): unknown => {
  const words = new Map(labelsIn(steps).map((label) => [idOfLabel(story, label), label]));
  const say = (one: unknown): unknown => {
    if (typeof one === 'string') return words.get(one) ?? one;
    if (Array.isArray(one)) return one.map(say);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [words.get(key) ?? key, say(part)]));
  };
  return say(value);
};
