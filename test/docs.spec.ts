import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';

const root = join(import.meta.dirname, '..');
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');
const guides = readdirSync(join(root, 'docs/guide')).filter((name) => name.endsWith('.md')).map((name) => `docs/guide/${name}`);
const schema = buildSchema(textOf('docs/reference/schema.graphql'));
const questionsIn = (page: string): readonly string[] => [...textOf(page).matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, question = '']) => question);
const pages = ['README.md', 'docs/how-to/api.md', ...guides];
const examples = pages.flatMap((page) => questionsIn(page).map((question) => [page, question] as const));

test.each(['docs/how-to/api.md', 'docs/guide/budget-holder.md'])('%s shows questions', (page) => expect(questionsIn(page).length).toBeGreaterThan(2));

test.each(examples)('a question of %s is one that the API knows: %s', (_, question) => {
  expect(validate(schema, parse(question))).toEqual([]);
});

test.each(pages)('the files that %s points at are there', (page) => {
  const files = [...textOf(page).matchAll(/\]\(((?!http)[^)#]+)\)/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect([file, readFileSync(join(root, dirname(page), file)).length > 0]).toEqual([file, true]);
});

test('every picture of the guides is shown in one', () => {
  const shown = guides.map(textOf).join('\n');
  const pictures = readdirSync(join(root, 'docs/guide/pictures'));
  expect(pictures.filter((name) => !shown.includes(`](pictures/${name})`))).toEqual([]);
});
