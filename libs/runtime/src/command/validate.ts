import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { mapTexts, mayHoldSealed, type Refusal } from '@perspectief/kernel';
import type { InputClass } from './stream-owner.js';

export type Validated = { readonly data: object } | { readonly refused: Refusal };

const first = (errors: readonly ValidationError[], path = ''): { field: string; rule: string } | undefined => {
  const error = errors[0];
  if (!error) return undefined;
  const field = path ? `${path}.${error.property}` : error.property;
  const rule = Object.keys(error.constraints ?? {})[0];
  return rule ? { field, rule } : (first(error.children ?? [], field) ?? { field, rule: 'invalid' });
};

const isPlainObject = (input: unknown): input is object => typeof input === 'object' && input !== null && !Array.isArray(input);

/** Nobody writes by hand what only sealing makes: taken for a sealed text, it would spoil every page that shows it. */
const fieldWithToken = (data: object): string | undefined => {
  let found: string | undefined;
  mapTexts(data, (text, path) => {
    if (mayHoldSealed(text)) found ??= path;
    return text;
  });
  return found;
};

/** Reads unchecked data as the command's input; the first thing that does not fit is named, its value never. */
export const validated = async (Input: InputClass, input: unknown): Promise<Validated> => {
  if (!isPlainObject(input)) return { refused: { code: 'INVALID_INPUT', field: 'data', facts: { rule: 'isObject' } } };
  const data = plainToInstance(Input, input, { exposeUnsetFields: false });
  const errors = await validate(data, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true, stopAtFirstError: true });
  const wrong = first(errors);
  if (wrong) return { refused: { code: 'INVALID_INPUT', field: wrong.field, facts: { rule: wrong.rule } } };
  const forged = fieldWithToken(data);
  if (forged !== undefined) return { refused: { code: 'INVALID_INPUT', field: forged, facts: { rule: 'isText' } } };
  return { data: { ...data } };
};
