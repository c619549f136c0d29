// Writes docs/reference from code, or with --check says what drifted.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ready.mjs';

const { eventsByContext, scopeInWords } = await import('../libs/assembly/dist/index.js');
const { isPersonal } = await import('../libs/kernel/dist/index.js');
const { lawTable } = await import('../libs/law/dist/index.js');
const { printedSchema } = await import('../apps/casework/dist/index.js');
const { refusalTable } = await import('../apps/casework/dist/index.js');
const { accessTable } = await import('../libs/access/policy/dist/index.js');

const kindOf = (schema) => {
  const { type } = schema.def;
  if (type === 'optional') return `${kindOf(schema.unwrap())}, optional`;
  if (type === 'array') return `list of ${kindOf(schema.element)}`;
  if (type === 'object') return `{ ${Object.entries(schema.shape).map(([name, part]) => `${name}: ${kindOf(part)}`).join('; ')} }`;
  if (type === 'enum') return schema.options.join(' / ');
  if (type === 'record') return `${kindOf(schema.valueType)} by ${kindOf(schema.keyType)}`;
  return schema.description ?? (schema.format === 'safeint' ? 'whole number' : type === 'string' ? 'text' : type);
};

const fieldRow = ([name, schema]) => `| \`${name}\`${isPersonal(schema) ? ' \\*' : ''} | ${kindOf(schema).replaceAll('|', '\\|')} |`;

const sealedWith = (context, type, { shape }) =>
  Object.values(shape).some(isPersonal) ? ` \\* is sealed with the key of: ${scopeInWords(context, type)}.` : '';

const eventSection = (context) => ([type, { says, schema, version }]) =>
  [`### ${type}`, '', `${says} Version ${version}.${sealedWith(context, type, schema)}`, '', '| field | what |', '|---|---|', ...Object.entries(schema.shape).map(fieldRow), ''].join('\n');

const catalogue = () =>
  [
    '# Events',
    '',
    'Generated from code by `npm run reference`; do not edit. `*` marks personal data, sealed in the log. Every event also carries the envelope:',
    'id, type, schema version, stream, stream version, global position, happenedOn, recordedAt, actor (id, role), command id,',
    'correlation id, causation id, municipality.',
    '',
    ...Object.entries(eventsByContext).flatMap(([context, events]) => [`## ${context}`, '', ...Object.entries(events).map(eventSection(context))]),
  ].join('\n');

/** In a process of its own: the two services share words, and each knows only its own refusals. */
const evaluationSchema = () =>
  execFileSync(process.execPath, ['--input-type=module', '-e', `
    const { printedSchema } = await import(${JSON.stringify(new URL('../apps/evaluation/dist/index.js', import.meta.url).href)});
    process.stdout.write(await printedSchema());`], { encoding: 'utf8', cwd: root });

const files = {
  'docs/reference/access.md': accessTable(),
  'docs/reference/evaluation.graphql': evaluationSchema(),
  'docs/reference/events.md': catalogue(),
  'docs/reference/law.md': `# The law's numbers\n\nGenerated from code by \`npm run reference\`; do not edit.\n\n${lawTable()}\n`,
  'docs/reference/refusals.md': refusalTable(),
  'docs/reference/schema.graphql': await printedSchema(),
};

const check = process.argv.includes('--check');
const drifted = Object.entries(files).filter(([file, text]) => {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  if (!check) {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
  return true;
});
for (const [file] of drifted) console.error(check ? `${file} is not what the code says: run npm run reference` : `${file} written`);
process.exit(check && drifted.length > 0 ? 1 : 0);
