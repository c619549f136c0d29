import { composed, rule, type FieldOptions } from './composed.js';
import { listed } from './listed.js';

const choices = (values: readonly string[], says: string | undefined): string =>
  [...(says === undefined ? [] : [says]), `One of: ${values.join(', ')}.`].join(' ');

/** Text on the wire, for the words hold hyphens, which GraphQL's enums cannot. */
export const Choice = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  composed({
    ...options,
    says: choices(values, options.says),
    type: () => String,
    rules: [rule('isIn', (value) => values.includes(value as string))],
  });

export const Choices = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  listed({
    ...options,
    says: choices(values, options.says),
    type: () => [String],
    each: ['isIn', (value) => values.includes(value as string)],
  });

export const Flag = (options: FieldOptions = {}): PropertyDecorator =>
  composed({ ...options, type: () => Boolean, rules: [rule('isBoolean', (value) => typeof value === 'boolean')] });
