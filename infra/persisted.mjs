// `npm run persisted`: the ids of all operations of the web application, for a service with PERSISTED_ONLY=1.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print, visit } from 'graphql';
import { root } from './ready.mjs';
import { manifestOf } from '../apps/casework/dist/index.js';

const [documents = join(root, 'libs/graphql-contract/documents'), target = join(root, 'apps/casework/dist/persisted-operations.json')] = process.argv.slice(2);

const definitions = readdirSync(documents)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .flatMap((name) => parse(readFileSync(join(documents, name), 'utf8')).definitions);
const fragments = new Map(definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((fragment) => [fragment.name.value, fragment]));

/** An operation with the fragments that it spreads, and those that these spread. */
const complete = (operation) => {
  const used = new Set();
  const collect = (node) =>
    visit(node, {
      FragmentSpread: ({ name }) => {
        if (used.has(name.value)) return;
        used.add(name.value);
        collect(fragments.get(name.value));
      },
    });
  collect(operation);
  return [operation, ...[...used].map((name) => fragments.get(name))].map(print).join('\n');
};

const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).map(complete);
writeFileSync(target, `${JSON.stringify(manifestOf(operations), null, 2)}\n`);
console.log(`${operations.length} operations in ${target}`);
