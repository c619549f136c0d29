// What a first visit loads, in bytes over the wire, held to its budget: the page, the worklist behind it and its Dutch words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET = { js: 170_000, css: 20_000 };
const FIRST = ['src/features/worklist/worklist-page.tsx', 'src/features/worklist/locales/nl.json'];

const dist = join(import.meta.dirname, '../dist');
const manifest = JSON.parse(readFileSync(join(dist, 'site/manifest.json'), 'utf8'));
const files = new Set();
const walk = (key) => {
  const { file, css = [], imports = [] } = manifest[key];
  if (files.has(file)) return;
  for (const one of [file, ...css]) files.add(one);
  imports.forEach(walk);
};
FIRST.forEach(walk);
// The page itself names what everybody loads.
for (const [, file] of readFileSync(join(dist, 'site/index.html'), 'utf8').matchAll(/"\/(assets\/[^"]+\.(?:js|css))"/g)) files.add(file);

const size = new Map([...files].map((file) => [file, gzipSync(readFileSync(join(dist, 'site', file)), { level: 9 }).length]));
const sum = (kind) => [...size].filter(([file]) => file.endsWith(kind)).reduce((total, [, bytes]) => total + bytes, 0);
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const [file, bytes] of [...size].sort(([, one], [, other]) => other - one).slice(0, 12)) console.log(`${kb(bytes).padStart(10)}  ${file}`);
const [js, css] = [sum('.js'), sum('.css')];
console.log(`\nfirst load, gzip: JavaScript ${kb(js)} of ${kb(BUDGET.js)}, CSS ${kb(css)} of ${kb(BUDGET.css)}`);
process.exit(js > BUDGET.js || css > BUDGET.css ? 1 : 0);
