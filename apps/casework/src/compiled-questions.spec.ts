import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isInputObjectType, isNonNullType } from 'graphql';

/** The compiler of questions calls such a field missing, inside a variable too, where nobody can step in (`plainly` of the edge). */
test('no field of an input that may not be null has a default', () => {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../docs/reference/schema.graphql'), 'utf8'));
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  const wrong = inputs.flatMap((input) => Object.values(input.getFields()).filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue !== undefined).map(({ name }) => `${input.name}.${name}`));
  expect(inputs.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});
