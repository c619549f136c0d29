import { applyDecorators } from '@nestjs/common';
import type { InputClass } from '@perspectief/runtime';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { composed, rule, type FieldOptions } from './composed.js';
import { isShortList } from './listed.js';

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part with fields of its own. */
export const Nested = (part: () => InputClass, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    composed({ ...options, type: part, rules: [rule('isRecord', isRecord), ValidateNested()] }),
    Type(part),
  );

export const NestedList = (part: () => InputClass, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    composed({
      ...options,
      type: () => [part()],
      rules: [rule('isList', isShortList), rule('isRecord', (value) => isShortList(value) && value.every(isRecord)), ValidateNested({ each: true })],
    }),
    Type(part),
  );
