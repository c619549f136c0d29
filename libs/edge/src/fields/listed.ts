import type { ReturnTypeFunc } from '@nestjs/graphql';
import { composed, rule, type FieldOptions } from './composed.js';

/** More than any household, debt list or plan holds. */
const LONGEST = 200;

export interface ListedParts extends FieldOptions {
  readonly type: ReturnTypeFunc;
  readonly read?: (wire: unknown) => unknown;
  /** Name and test of the rule that each item must meet. */
  readonly each: readonly [name: string, holds: (item: unknown) => boolean];
}

export const isShortList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length <= LONGEST;

export const listed = ({ type, read, each: [name, holds], ...options }: ListedParts): PropertyDecorator =>
  composed({
    ...options,
    type,
    read: (wire) => (Array.isArray(wire) && read ? wire.map(read) : wire),
    rules: [rule('isList', isShortList), rule(name, (value) => isShortList(value) && value.every(holds))],
  });
