// `npm run web:figures`: what a first visit weighs and how fast it is on a slow phone, against the budgets of the web application.
// `--write` puts it into docs/reference/web-performance.md.
import { join } from 'node:path';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { chromiumPath, launchOptions } from '../test/browser/chromium.mjs';
import { startPlatform } from '../test/browser/platform.mjs';
import { settled, signInAs } from '../test/browser/sign-in.mjs';
import { root } from './ready.mjs';

const BUDGET = { js: 170_000, css: 20_000, interaction: 200, score: 85 };
/** A slow phone: four times slower, on what Lighthouse calls slow 4G. */
const SLOWER = 4;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'nl-NL' };
const HOUSEHOLDS = 500;
/** One visit is no measure: whatever else the machine does lies in it. */
const VISITS = 5;
/** The browser's own start and whoever else computes here are no part of the page: a visit begins after a second in which the cores did little, or after a while. */
const QUIET = { everyMs: 1_000, idle: 0.7, tries: 20 };

if (!chromiumPath()) {
  console.error('No Chromium here: set CHROMIUM_PATH, or install it (apt-get install chromium).');
  process.exit(1);
}

/** Lighthouse 12's own weights and curves for a phone; its speed index, which wants a film of the page, is left out and the rest weighs more. */
const CURVES = { fcp: { weight: 10, p10: 1800, median: 3000 }, lcp: { weight: 25, p10: 2500, median: 4000 }, tbt: { weight: 30, p10: 200, median: 600 }, cls: { weight: 25, p10: 0.1, median: 0.25 } };
/** Where the complement of the error function is 1/5: at p10 a figure scores 0.9. */
const ONE_FIFTH = 0.9061938024368232;

/** Abramowitz and Stegun 7.1.26; off by 1.5e-7 at most. */
const erf = (x) => {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x);
  return Math.sign(x) * (1 - tail);
};

const scoreOf = (figures) => {
  const of = (value, { p10, median: middle }) => (value <= 0 ? 1 : (1 - erf((Math.log(value / middle) * ONE_FIFTH) / Math.log(middle / p10))) / 2);
  const weights = Object.values(CURVES).reduce((sum, { weight }) => sum + weight, 0);
  return Object.entries(CURVES).reduce((sum, [name, curve]) => sum + of(figures[name], curve) * curve.weight, 0) / weights * 100;
};

const lines = [];
const say = (line) => {
  lines.push(line);
  console.log(line);
};

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (time) => `${Math.round(time)} ms`;
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

const idleSince = (before) => {
  const now = cpus().map(({ times }) => times);
  const spent = (times) => Object.values(times).reduce((sum, time) => sum + time, 0);
  const of = (count) => now.reduce((sum, times, core) => sum + count(times) - count(before[core]), 0);
  return of(({ idle }) => idle) / of(spent);
};

/** Answers whether the machine did become quiet. */
const quiet = async () => {
  for (let turn = 0; turn < QUIET.tries; turn += 1) {
    const before = cpus().map(({ times }) => times);
    await new Promise((done) => { setTimeout(done, QUIET.everyMs); });
    if (idleSince(before) >= QUIET.idle) return true;
  }
  return false;
};

/** Runs in the page, before anything else of it. */
const watch = () => {
  const seen = { lcp: 0, cls: 0, longest: [], interactions: [] };
  window.figures = seen;
  const observe = (type, take, more = {}) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  observe('largest-contentful-paint', ({ startTime }) => { seen.lcp = startTime; });
  observe('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) seen.cls += value; });
  observe('longtask', ({ startTime, duration }) => seen.longest.push({ startTime, duration }));
  observe('event', ({ interactionId, name, duration }) => { if (interactionId) seen.interactions.push({ name, duration }); }, { durationThreshold: 16 });
};

const phone = async (browser, state) => {
  const context = await browser.newContext({ ...PHONE, storageState: state });
  await context.addInitScript(watch);
  const page = await context.newPage();
  // Before it is made slow: a slowed page keeps a core busy even while it does nothing.
  const alone = await quiet();
  const wire = await context.newCDPSession(page);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { context, page, wire, alone };
};

/** One visit with an empty cache. */
const firstVisit = async (browser, state, url) => {
  const { context, page, wire, alone } = await phone(browser, state);
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', SLOW_4G);
  const loaded = [];
  page.on('response', (response) => /\.(js|css)$/.test(new URL(response.url()).pathname) && loaded.push(response.body().then((body) => ({ name: new URL(response.url()).pathname, bytes: gzipSync(body, { level: 9 }).length }))));
  await page.goto(`${url}/werk`);
  await settled(page);
  await page.waitForLoadState('networkidle');
  const { lcp, cls, longest, fcp } = await page.evaluate(() => ({ ...window.figures, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 }));
  const files = await Promise.all(loaded);
  await context.close();
  // Blocked is what keeps a finger waiting: nobody can press anything before the first paint.
  const tbt = longest.reduce((sum, { startTime, duration }) => sum + Math.max(0, Math.min(duration, startTime + duration - fcp) - 50), 0);
  return { fcp, lcp, cls, tbt, files, alone };
};

/** What a person does in a long worklist, and how long it takes until the page answers. */
const interactions = async (browser, state, url) => {
  const { context, page } = await phone(browser, state);
  await page.goto(`${url}/werk`);
  await settled(page);
  const steps = [];
  const take = async (name, act) => {
    await page.evaluate(() => { window.figures.interactions.length = 0; });
    await act();
    await settled(page);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const found = await page.evaluate(() => window.figures.interactions);
    steps.push({ name, duration: Math.max(0, ...found.map(({ duration }) => duration)) });
  };
  await take('to the list of all', () => page.getByRole('button', { name: /^Alles/ }).click());
  const rows = await page.locator('[data-row]').count();
  await take('filter on', () => page.getByRole('button', { name: 'Termijnen' }).click());
  await take('filter off', () => page.getByRole('button', { name: 'Termijnen' }).click());
  await page.locator('[data-row]').first().focus();
  await take('arrow down', () => page.keyboard.press('ArrowDown'));
  await take('open a household', () => page.keyboard.press('Enter'));
  await context.close();
  return { rows, steps };
};

const chunks = () => {
  const folder = join(root, 'apps/web/dist/site/assets');
  return readdirSync(folder).filter((name) => /\.(js|css)$/.test(name)).map((name) => ({ name, bytes: gzipSync(readFileSync(join(folder, name)), { level: 9 }).length })).sort((one, other) => other.bytes - one.bytes);
};

const running = process.env.PERSPECTIEF_URL ? { url: process.env.PERSPECTIEF_URL, stop: async () => undefined } : await startPlatform({ households: HOUSEHOLDS });
const browser = await chromium.launch(launchOptions());
let kept = true;
try {
  const { url } = running;
  const context = await browser.newContext();
  await signInAs(await context.newPage(), url, 'coach-beijum-1', '/werk');
  const state = await context.storageState();
  await context.close();

  const visits = [];
  for (let visit = 0; visit < VISITS; visit += 1) visits.push(await firstVisit(browser, state, url));
  const [{ files }] = visits;
  const sum = (kind) => files.filter(({ name }) => name.endsWith(kind)).reduce((total, { bytes }) => total + bytes, 0);
  const [js, css] = [sum('.js'), sum('.css')];
  say(`First visit of the worklist, gzip: JavaScript ${kb(js)} of ${kb(BUDGET.js)}, CSS ${kb(css)} of ${kb(BUDGET.css)}, ${files.length} files`);
  const of = (figure) => median(visits.map((visit) => visit[figure]));
  const spread = (figure) => `${Math.round(Math.min(...visits.map(figure)))} to ${Math.round(Math.max(...visits.map(figure)))}`;
  const busy = visits.filter(({ alone }) => !alone).length;
  const score = median(visits.map(scoreOf));
  say('');
  say(`On a phone ${SLOWER} times slower, slow 4G, median of ${visits.length}: first paint ${ms(of('fcp'))} (${spread(({ fcp }) => fcp)}), largest paint ${ms(of('lcp'))} (${spread(({ lcp }) => lcp)}), layout shift ${of('cls').toFixed(3)}, blocked ${ms(of('tbt'))} (${spread(({ tbt }) => tbt)}).`);
  say(`By the curves of Lighthouse 12, its speed index left out: ${Math.round(score)} of 100 (${spread(scoreOf)}), at least ${BUDGET.score}.`);
  if (busy > 0) say(`The machine was busy with something else at ${busy} of ${visits.length} visits.`);

  const { rows, steps } = await interactions(browser, state, url);
  say('');
  say(`From touch to paint with ${HOUSEHOLDS} households and ${rows} rows, ${SLOWER} times slower (budget ${ms(BUDGET.interaction)}):`);
  say('');
  say('| what | time |\n|---|--:|');
  for (const { name, duration } of steps) say(`| ${name} | ${ms(duration)} |`);

  say('');
  say('What later routes load, gzip (the largest):');
  say('');
  say('| file | size |\n|---|--:|');
  const first = new Set(files.map(({ name }) => name.split('/').at(-1)));
  for (const { name, bytes } of chunks().filter(({ name }) => !first.has(name)).slice(0, 12)) say(`| ${name.replace(/-[\w-]{8}\./, '.')} | ${kb(bytes)} |`);
  kept = js <= BUDGET.js && css <= BUDGET.css && score >= BUDGET.score && steps.every(({ duration }) => duration <= BUDGET.interaction);
} finally {
  await browser.close();
  await running.stop();
}
console.log(kept ? '\nWithin the budgets.' : '\nNot within the budgets.');
if (process.argv.includes('--write')) {
  const head = ['# Performance of the web application', '', 'Printed by `npm run web:figures -- --write`.', '', `${cpus().length} × ${cpus()[0].model.trim()}, Node.js ${process.versions.node}, Chromium.`, ''];
  writeFileSync(join(root, 'docs/reference/web-performance.md'), `${[...head, ...lines].join('\n')}\n`);
}
process.exitCode = kept ? 0 : 1;
