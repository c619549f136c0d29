import { isUuid } from '@perspectief/kernel';
import { ID } from '@nestjs/graphql';
import { composed, rule, type FieldOptions } from './composed.js';
import { listed } from './listed.js';

const LONGEST_TEXT = 4_000;
const LONGEST_CODE = 120;

/** Control characters but tab and newline, and half a surrogate pair: no store keeps those, and no page shows them. */
const UNFIT_FOR_TEXT = /(?![\t\n])[\p{Cc}\p{Surrogate}]/u;
const UNFIT_FOR_CODE = /[\p{Cc}\p{Surrogate}]/u;

/** Spaces without width, and marks that turn the direction of what follows: they come along with pasted text, and let a name or an account read as another. */
const UNSEEN = /[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/g;

/** One spelling for one text: composed characters, plain newlines, nothing unseen, nothing but words at the ends. */
const spelled = (wire: unknown): unknown =>
  typeof wire === 'string' ? wire.normalize('NFC').replace(UNSEEN, '').replace(/\r\n?|[\u2028\u2029]/g, '\n').trim() : wire;

const fits = (max: number, unfit: RegExp) => (value: unknown): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= max && !unfit.test(value);

const isCode = fits(LONGEST_CODE, UNFIT_FOR_CODE);

/** UUID in lower case, chosen by the sender. */
export const Id = (options: FieldOptions = {}): PropertyDecorator =>
  composed({ ...options, type: () => ID, rules: [rule('isUuid', isUuid)] });

export const Ids = (options: FieldOptions = {}): PropertyDecorator =>
  listed({ ...options, type: () => [ID], each: ['isUuid', isUuid] });

/** Id of a person in the directory. */
export const PersonId = (options: FieldOptions = {}): PropertyDecorator =>
  composed({ ...options, type: () => ID, read: spelled, rules: [rule('isCode', isCode)] });

/** Words of people: newlines, tabs and emoji are welcome, control characters are not. */
export const Text = ({ max = LONGEST_TEXT, ...options }: FieldOptions & { readonly max?: number } = {}): PropertyDecorator =>
  composed({ ...options, type: () => String, read: spelled, rules: [rule('isText', fits(max, UNFIT_FOR_TEXT))] });

/** Short text on one line: a name, a reason, a code from a list that may grow. */
export const Code = (options: FieldOptions = {}): PropertyDecorator =>
  composed({ ...options, type: () => String, read: spelled, rules: [rule('isCode', isCode)] });

export const Codes = (options: FieldOptions = {}): PropertyDecorator =>
  listed({ ...options, type: () => [String], read: spelled, each: ['isCode', isCode] });
