import { addDays, daysBetween, isUuid, type BusinessDate } from '@perspectief/kernel';
import { trajectoryEvents } from '@perspectief/trajectory-domain';
import type { StudyKey } from '@perspectief/evaluation-datasets';
import { SEALED, type TrajectoryFact } from '@perspectief/evaluation-replay';

interface Described {
  readonly _zod: { readonly def: { readonly type: string; readonly innerType?: Described; readonly element?: Described; readonly shape?: Readonly<Record<string, Described>>; readonly entries?: Readonly<Record<string, string>> } };
}

/** Every word of a closed list in a schema, however deep. */
const wordsOf = ({ _zod: { def } }: Described): readonly string[] => [
  ...Object.values(def.entries ?? {}),
  ...(def.innerType ? wordsOf(def.innerType) : []),
  ...(def.element ? wordsOf(def.element) : []),
  ...Object.values(def.shape ?? {}).flatMap(wordsOf),
];

const closedWords: ReadonlySet<string> = new Set(Object.values(trajectoryEvents).flatMap(({ schema }) => wordsOf(schema as unknown as Described)));

const DATE = /^\d{4}-\d{2}-\d{2}/;
const PSEUDONYM = /^p[0-9a-f]{32}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T[\d:.]+Z?$/;
const ANY_DAY = '2020-01-01';

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Two digits tell how much, and no longer whose; small numbers count things, and stay. */
const coarse = (value: number): number => (Math.abs(value) < 100 ? value : Number(value.toPrecision(2)));

/**
 * How one case is told: ids are the study's names, all days moved by the same weeks as in its data sets, amounts in two digits. Of texts
 * only words from closed lists and words of the program itself are shown; whatever somebody may have typed is `*`.
 */
export class Telling {
  readonly moved: (day: BusinessDate) => BusinessDate;
  private readonly weeks: number;
  private readonly typed: readonly string[];

  constructor(facts: readonly TrajectoryFact[], key: StudyKey, householdId: string) {
    this.moved = key.shiftOf(householdId);
    this.weeks = daysBetween(ANY_DAY, this.moved(ANY_DAY));
    const texts = facts.flatMap(({ data }) => textsIn(data));
    this.typed = [...new Set(texts)].filter((text) => text !== '' && text !== SEALED && !closedWords.has(text) && !PSEUDONYM.test(text) && !DATE.test(text) && !isUuid(text));
  }

  /** From the study's calendar to that of the log. */
  readonly back = (day: BusinessDate): BusinessDate => addDays(day, -this.weeks);

  readonly text = (text: string): string => {
    const [, day] = MOMENT.exec(text) ?? [];
    if (day !== undefined) return this.moved(day);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return this.moved(text);
    if (PSEUDONYM.test(text) || closedWords.has(text)) return text;
    const holds = this.typed.some((one) => text === one || (one.length > 2 && text.includes(one)));
    return holds || isUuid(text) ? SEALED : text;
  };

  readonly value = (value: unknown): unknown => {
    if (typeof value === 'string') return this.text(value);
    if (typeof value === 'number') return coarse(value);
    if (Array.isArray(value)) return value.map(this.value);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [this.name(key), this.value(part)]));
  };

  /** The name of a place is a word of the program, unless somebody's word or an id stands there. */
  private readonly name = (key: string): string => (isUuid(key) || this.typed.includes(key) ? SEALED : key);

  /** A JSON pointer, part by part. */
  readonly path = (path: string): string => path.split('/').map(this.name).join('/');
}
