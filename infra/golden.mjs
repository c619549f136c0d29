// Writes a golden sample for each event version that has none yet. A sample, once committed, never changes.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ready.mjs';

const { eventsByContext } = await import('../libs/assembly/dist/index.js');

const UUID = '6f1d3c1e-8a35-5c0f-9d52-3f6c1f0a7b11';

const sampleOf = (schema, name) => {
  const { type } = schema.def;
  if (type === 'optional' || type === 'nullable') return sampleOf(schema.unwrap(), name);
  if (type === 'object') return Object.fromEntries(Object.entries(schema.shape).map(([key, part]) => [key, sampleOf(part, key)]));
  if (type === 'array') return [sampleOf(schema.element, name)];
  if (type === 'record') return { [sampleOf(schema.keyType, name)]: sampleOf(schema.valueType, name) };
  if (type === 'enum') return schema.options[0];
  if (type === 'union') return sampleOf(schema.options[0], name);
  if (type === 'literal') return schema.values.values().next().value;
  if (type === 'number') return 3;
  if (type === 'boolean') return true;
  if (schema.format === 'uuid') return UUID;
  return schema.safeParse('2024-01-12').success && !schema.safeParse('x').success ? '2024-01-12' : `sample ${name}`;
};

let written = 0;
for (const [context, events] of Object.entries(eventsByContext))
  for (const [type, { schema, version }] of Object.entries(events)) {
    const file = join(root, 'test/golden', context, `${type}.v${version}.json`);
    if (existsSync(file)) continue;
    mkdirSync(join(root, 'test/golden', context), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ type, schemaVersion: version, data: sampleOf(schema, type) }, null, 2)}\n`);
    written += 1;
  }
console.log(`${written} golden samples written`);
