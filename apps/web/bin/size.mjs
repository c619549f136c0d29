// What a first visit loads, in bytes over the wire, held to its budget: whatever the page asks for by itself, which is all that the worklist needs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET = { js: 170_000, css: 20_000 };

const site = join(import.meta.dirname, '../dist/site');
const files = [...readFileSync(join(site, 'index.html'), 'utf8').matchAll(/"\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file);

const size = new Map(files.map((file) => [file, gzipSync(readFileSync(join(site, file)), { level: 9 }).length]));
const sum = (kind) => [...size].filter(([file]) => file.endsWith(kind)).reduce((total, [, bytes]) => total + bytes, 0);
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const [file, bytes] of [...size].sort(([, one], [, other]) => other - one).slice(0, 12)) console.log(`${kb(bytes).padStart(10)}  ${file}`);
const [js, css] = [sum('.js'), sum('.css')];
console.log(`\nfirst load, gzip: JavaScript ${kb(js)} of ${kb(BUDGET.js)}, CSS ${kb(css)} of ${kb(BUDGET.css)}`);
process.exit(js > BUDGET.js || css > BUDGET.css ? 1 : 0);
