import { applyDecorators } from '@nestjs/common';
import { Field, type ReturnTypeFunc } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsDefined, IsOptional, ValidateBy } from 'class-validator';

export interface FieldOptions {
  /** Null and left out both mean absent. */
  readonly optional?: boolean;
  /** One line for the schema. */
  readonly says?: string;
}

export interface FieldParts extends FieldOptions {
  readonly type: ReturnTypeFunc;
  /** Turns what came over the wire into the domain's word; what cannot be read becomes something that the rules refuse. */
  readonly read?: (wire: unknown) => unknown;
  readonly rules: readonly PropertyDecorator[];
}

/** A named rule; the name is what a refused sender is told, with the field. */
export const rule = (name: string, holds: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: holds } });

/** GraphQL field, reading and validation in one, so that an input class has one line for a field. */
export const composed = ({ type, read = (wire) => wire, rules, optional = false, says }: FieldParts): PropertyDecorator =>
  applyDecorators(
    Field(type, { nullable: optional, ...(says === undefined ? {} : { description: says }) }),
    Transform(({ value }: { value: unknown }) => (value === null || value === undefined ? undefined : read(value))),
    optional ? IsOptional() : IsDefined(),
    ...rules,
  );
