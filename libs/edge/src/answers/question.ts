import { isPosition } from '@perspectief/event-store';
import { isUuid, parseBusinessDate, parseInstant, type BusinessDate, type Instant } from '@perspectief/kernel';
import { invalidInput, type InvalidInput } from './other-answers.js';
import { placeIn } from './connection.js';

/** A page holds no more than this. */
export const LARGEST_PAGE = 200;
const LONGEST_WORD = 120;

type Nullable<T> = T | null | undefined;

/** Arguments of questions as they come over the wire. */
export interface Moments {
  readonly asOf?: Nullable<unknown>;
  readonly knownAt?: Nullable<unknown>;
  readonly today?: Nullable<unknown>;
}

export interface ReadMoments {
  readonly asOf: BusinessDate | undefined;
  readonly knownAt: Instant | undefined;
  readonly today: BusinessDate | undefined;
}

/** What is absent is fine; what is there must read well. */
const absentOr = (value: unknown, holds: (value: unknown) => boolean): boolean => value === undefined || value === null || holds(value);

const isPage = (first: unknown): boolean => Number.isInteger(first) && (first as number) >= 1 && (first as number) <= LARGEST_PAGE;
const isWord = (value: unknown): boolean => typeof value === 'string' && value.length > 0 && value.length <= LONGEST_WORD && !/\p{Cc}/u.test(value);
const isListOf = (holds: (value: unknown) => boolean) => (value: unknown): boolean => Array.isArray(value) && value.length <= LARGEST_PAGE && value.every(holds);

/** Rules of arguments, by the name that a sentence has for them. */
const rules = {
  isUuid,
  isBusinessDate: (value: unknown) => parseBusinessDate(value) !== undefined,
  isLocalDateTime: (value: unknown) => parseInstant(value) !== undefined,
  isWhole: isPage,
  isCode: isWord,
  isPosition,
  isList: isListOf(isWord),
} as const satisfies Readonly<Record<string, (value: unknown) => boolean>>;

export type ArgumentRule = keyof typeof rules;

/** The first argument that breaks its rule, as the answer to the question. */
export const faultIn = (checks: readonly (readonly [field: string, value: unknown, rule: ArgumentRule])[]): InvalidInput | undefined => {
  const broken = checks.find(([, value, rule]) => !absentOr(value, rules[rule]));
  return broken && invalidInput(broken[0], broken[2]);
};

/** A value that is none of the list. */
export const faultOutside = (field: string, values: Nullable<readonly string[]>, list: readonly string[]): InvalidInput | undefined =>
  values?.every((value) => list.includes(value)) === false ? invalidInput(field, 'isIn') : undefined;

export const faultInMoments = ({ asOf, knownAt, today }: Moments): InvalidInput | undefined =>
  faultIn([
    ['asOf', asOf, 'isBusinessDate'],
    ['knownAt', knownAt, 'isLocalDateTime'],
    ['today', today, 'isBusinessDate'],
  ]);

/** Of moments without a fault. */
export const momentsIn = ({ asOf, knownAt, today }: Moments): ReadMoments => ({
  asOf: parseBusinessDate(asOf),
  knownAt: parseInstant(knownAt),
  today: parseBusinessDate(today),
});

export const faultInCursor = (cursor: Nullable<string>, length: number): InvalidInput | undefined =>
  cursor != null && placeIn(cursor, length) === undefined ? invalidInput('cursor', 'isCode') : undefined;
