import { Ajv } from 'ajv';
import { filesIn, textOf, yamlOf } from './read.js';

const CHART = 'helm/perspectief';
const values = yamlOf(`${CHART}/values.yaml`) as Readonly<Record<string, unknown>>;
const templates = filesIn(`${CHART}/templates`).map((path) => ({ path, text: textOf(path) }));
const valid = new Ajv({ allErrors: true }).compile(JSON.parse(textOf(`${CHART}/values.schema.json`)) as object);

const at = (path: string): unknown => path.split('.').reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], values);

test('the values that come with the chart are what its schema wants', () => {
  expect([valid(values), valid.errors]).toEqual([true, null]);
});

test('the schema refuses a misspelt value, and an address without TLS', () => {
  expect(valid({ ...values, caswork: {} })).toBe(false);
  expect(valid({ ...values, publicUrl: 'http://perspectief.example.nl' })).toBe(false);
});

test('templates use only values that there are, and each value that there is', () => {
  const used = templates.flatMap(({ text }) => [...text.matchAll(/\.Values\.([\w.]+)/g)].map(([, path = '']) => path));
  for (const path of used) expect([path, at(path)]).not.toEqual([path, undefined]);
  const leaves = (value: unknown, path: string): readonly string[] =>
    typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key)) : [path];
  const unused = leaves(values, '').filter((leaf) => !used.some((path) => leaf === path || leaf.startsWith(`${path}.`)));
  expect(unused).toEqual([]);
});

test('braces and branches of each template close, and what it includes is defined', () => {
  const defined = new Set(templates.flatMap(({ text }) => [...text.matchAll(/define "([^"]+)"/g)].map(([, name]) => name)));
  for (const { text } of templates) {
    expect(text.match(/\{\{/g)?.length).toBe(text.match(/\}\}/g)?.length);
    expect(text.match(/\{\{-? *(if|with|range|define)\b/g)?.length ?? 0).toBe(text.match(/\{\{-? *end\b/g)?.length ?? 0);
    for (const [, name] of text.matchAll(/include "([^"]+)"/g)) expect(defined).toContain(name);
  }
});

test('every container runs as nobody, writes nothing, has limits; and no secret is made here', () => {
  for (const { path, text } of templates.filter((template) => / {2}containers:/.test(template.text))) {
    expect([path, text.includes('perspectief.podSecurity'), text.includes('perspectief.containerSecurity'), text.includes('resources:')]).toEqual([path, true, true, true]);
    expect(text).toContain('automountServiceAccountToken: false');
  }
  for (const { text } of templates) expect(text).not.toMatch(/kind: Secret\b/);
});

test('the evaluation runs without master keys and without the login of the owner; its seal is a secret that is mounted', () => {
  const evaluation = templates.find(({ path }) => path.endsWith('/evaluation.yaml'))?.text ?? '';
  const deployment = evaluation.split('\n---\n').find((text) => /kind: Deployment/.test(text)) ?? '';
  expect(deployment).toContain('secrets.evaluation }}, key: url');
  expect(deployment).not.toMatch(/masterKeys|perspectief\.environment|perspectief\.stores|DATABASE_URL\n.*secrets\.database/);
  expect(deployment).toMatch(/secretName: \{\{ \.Values\.secrets\.studySeal \}\}, defaultMode: 0440/);
  expect(evaluation).not.toContain('masterKeys');
  expect(templates.find(({ path }) => path.endsWith('/ingress.yaml'))?.text).toMatch(/path: \/evaluation[\s\S]*-evaluation[\s\S]*path: \/\n/);
});

test('backups run without master keys', () => {
  const backup = templates.find(({ path }) => path.endsWith('/backup.yaml'))?.text ?? '';
  expect(backup).toContain('perspectief.stores');
  expect(backup).not.toMatch(/masterKeys|perspectief\.environment/);
});
