import { amountFrom, dayFrom } from '@perspectief/ui';
import type { Field } from './fields';
import { readEmergencyPart, readTiers } from './read-budget-fields';

/** What a form holds while somebody types: text, a choice of several, or a number by name. */
export type Raw = string | readonly string[] | Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, Raw>>;

/** What a field came to: a value for the API, nothing, or what is wrong (a key in namespace `commands`). */
export type Read = { readonly value?: unknown; readonly error?: string };

const wrong = (error: string): Read => ({ error: `errors.${error}` });
const nothing: Read = {};

const asText = (raw: Raw | undefined): string => (typeof raw === 'string' ? raw.trim() : '');
const asList = (raw: Raw | undefined): readonly string[] => (Array.isArray(raw) ? (raw as readonly string[]).filter((one) => one !== '') : []);
const asRecord = (raw: Raw | undefined): readonly (readonly [string, string])[] =>
  typeof raw === 'object' && !Array.isArray(raw) ? Object.entries(raw as Readonly<Record<string, string>>).filter(([, one]) => one.trim() !== '') : [];

const readNumber = (text: string, { min, max, whole }: { readonly min: number; readonly max: number; readonly whole: boolean }): Read => {
  const number = Number(text.replace(',', '.'));
  if (Number.isNaN(number) || (whole && !Number.isInteger(number))) return wrong('number');
  return number < min || number > max ? wrong('range') : { value: number };
};

/** The eleven test of a citizen service number. */
const isBsn = (text: string): boolean => {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = [...text].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0;
};

const readList = (field: Field, raw: Raw | undefined): Read => {
  const list = field.kind === 'lines' ? asText(raw).split('\n').map((line) => line.trim()).filter(Boolean) : asList(raw);
  // An empty list is an answer where the API wants a list.
  if (field.kind === 'dates' && list.some((day) => dayFrom(day) === undefined)) return wrong('day');
  return list.length > 0 || field.optional ? { value: field.kind === 'dates' ? [...list].sort() : list } : wrong('choose');
};

const readScores = (raw: Raw | undefined): Read => {
  const scores = asRecord(raw).map(([lifeArea, score]) => ({ lifeArea, score: Number(score) }));
  return scores.length > 0 ? { value: scores } : wrong('scores');
};

const readPercentages = (raw: Raw | undefined, optional: boolean): Read => {
  const parts = asRecord(raw).map(([name, text]) => [name, text.replace(',', '.')] as const);
  if (parts.length === 0) return optional ? nothing : wrong('missing');
  if (parts.some(([, text]) => !/^\d+(\.\d+)?$/.test(text))) return wrong('number');
  return { value: Object.fromEntries(parts) };
};

/** Reads one field as the API wants it. */
export const readField = (field: Field, raw: Raw | undefined): Read => {
  switch (field.kind) {
    case 'lines': case 'checks': case 'picks': case 'dates':
      return readList(field, raw);
    case 'scores':
      return readScores(raw);
    case 'percentages':
      return readPercentages(raw, field.optional ?? false);
    case 'tiers':
      return readTiers(raw);
    case 'emergency-part':
      return readEmergencyPart(raw);
    default:
      break;
  }
  const text = asText(raw);
  if (text === '') return field.optional ? nothing : wrong(field.kind === 'choice' || field.kind === 'pick' || field.kind === 'yes-no' || field.kind === 'scale' ? 'choose' : 'missing');
  switch (field.kind) {
    case 'money': {
      const amount = amountFrom(text);
      return amount === undefined ? wrong('money') : { value: amount };
    }
    case 'number':
      return readNumber(text, field);
    case 'scale':
      return { value: Number(text) };
    case 'yes-no':
      return { value: text === 'true' };
    case 'bsn':
      return isBsn(text) ? { value: text } : wrong('bsn');
    case 'date': {
      const day = dayFrom(text);
      return day === undefined ? wrong('day') : { value: day };
    }
    case 'date-time':
      return dayFrom(text.slice(0, 10)) === undefined ? wrong('day') : { value: text.length === 16 ? `${text}:00` : text };
    default:
      return { value: text };
  }
};

/** Everything that was filled in, and what is wrong with it by field. */
export const readForm = (fields: readonly (readonly [string, Field])[], values: Values): { readonly input: Readonly<Record<string, unknown>>; readonly errors: Readonly<Record<string, string>> } => {
  const read = fields.filter(([, { kind }]) => kind !== 'given' && kind !== 'fresh').map(([name, field]) => [name, readField(field, values[name])] as const);
  return {
    input: Object.fromEntries(read.filter(([, { value }]) => value !== undefined).map(([name, { value }]) => [name, value])),
    errors: Object.fromEntries(read.flatMap(([name, { error }]) => (error ? [[name, error] as const] : []))),
  };
};
