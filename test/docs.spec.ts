import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const schema = buildSchema(readFileSync(join(root, 'docs/reference/schema.graphql'), 'utf8'));
const examples = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, question = '']) => question);

test('the README shows questions', () => expect(examples.length).toBeGreaterThan(2));

test.each(examples)('a question of the README is one that the API knows: %s', (question) => {
  expect(validate(schema, parse(question))).toEqual([]);
});

test('the files that the README points at are there', () => {
  const files = [...readme.matchAll(/\]\(((?!http)[^)#]+)\)/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) expect([file, readFileSync(join(root, file)).length > 0]).toEqual([file, true]);
});
