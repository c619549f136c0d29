// What a first visit loads, in bytes over the wire, held to its budget.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const site = join(import.meta.dirname, '../dist/site');
const page = readFileSync(join(site, 'index.html'), 'utf8');
const gz = (name) => gzipSync(readFileSync(join(site, name)), { level: 9 }).length;
const BUDGET = { js: 170_000, css: 20_000 };

const assets = readdirSync(join(site, 'assets'));
const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, name]) => name);
// The first visit also opens the worklist, its words and those of the frame.
const opened = assets.filter((name) => /^(worklist-page|work-list|groups|nl)-[\w-]+\.(js|css)$/.test(name)).map((name) => `assets/${name}`);
const first = [...new Set([...named, ...opened])];
const sum = (kind) => first.filter((name) => name.endsWith(kind)).reduce((total, name) => total + gz(name), 0);

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const name of first.sort((one, other) => gz(other) - gz(one)).slice(0, 12)) console.log(`${kb(gz(name)).padStart(10)}  ${name}`);
const [js, css] = [sum('.js'), sum('.css')];
console.log(`\nfirst load, gzip: JavaScript ${kb(js)} of ${kb(BUDGET.js)}, CSS ${kb(css)} of ${kb(BUDGET.css)}`);
process.exit(js > BUDGET.js || css > BUDGET.css ? 1 : 0);
