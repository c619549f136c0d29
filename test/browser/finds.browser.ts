import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../infra/ready.mjs';
import { COACH, newHousehold } from './households.js';
import { cutOff, functionsOf } from './measures.js';
import { address } from './service.js';
import { complaintsOf, expect, settled, test, tooWide, untranslated } from './trying.js';

const SITE = join(root, 'apps/web/dist/site');
/** Hosts of name spaces, of pages that messages of libraries point to, and of the one link that a form has; nothing of them is loaded. */
const MERELY_NAMED = new Set(['www.w3.org', 'react.dev', 'reactrouter.com', 'react.i18next.com', 'github.com', 'www.knmi.nl']);

const FAULTS = `<!doctype html><html lang="nl"><head><title>Proef</title></head><body><main>
  <h1>Proef</h1><p>places.work</p><p>Nog {{count}} dagen</p><img src="data:,">
  <div style="width: 5000px">breed</div>
  <div style="width: 40px; overflow: hidden"><span style="white-space: nowrap">deze woorden passen niet</span></div>
  <button>Druk</button><a href="#">Ga</a></main></body></html>`;

test('@wide what these tests look for, they find', async ({ page }) => {
  await page.setContent(FAULTS);
  expect(await untranslated(page)).toEqual(['places.work', 'Nog {{count}} dagen']);
  expect((await complaintsOf(page)).join()).toMatch(/image-alt/);
  expect(await tooWide(page)).toBeGreaterThan(1_000);
  expect(await cutOff(page)).toEqual(['deze woorden passen niet']);
  expect(await functionsOf(page)).toEqual(['Druk', 'Ga']);
});

test.fail('@wide what the console complains about fails a test', async ({ openAs }) => {
  const page = await openAs(COACH);
  await page.evaluate(() => console.error('een klacht'));
});

test.fail('@wide what a page asks of another host fails a test', async ({ openAs, expected }) => {
  expected.push(/ERR_NAME_NOT_RESOLVED/);
  const page = await openAs(COACH);
  // The policy of our own pages would not even let it ask.
  await page.goto('about:blank');
  await page.evaluate(() => fetch('https://fonts.example/font.woff2').catch(() => undefined));
});

test('@wide no other host is let in by the policy of the page, or named in what it loads but for name spaces and documentation', async ({ openAs }) => {
  const page = await openAs(COACH);
  const answer = await page.request.get(address());
  const policy = answer.headers()['content-security-policy'] ?? '';
  expect(policy.match(/default-src [^;]+/)?.[0]).toBe("default-src 'self'");
  expect(policy.split(/[;\s]+/).filter((source) => /[.:*/]/.test(source))).toEqual(['data:']);
  const files = readdirSync(SITE, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css|html|svg|json)$/.test(name));
  const named = files.flatMap((name) => [...readFileSync(join(SITE, name), 'utf8').matchAll(/(?:https?|wss?):\/\/([\w.-]+\.[a-z]+)/g)].map(([, host]) => host));
  expect(files.length).toBeGreaterThan(50);
  expect([...new Set(named)].filter((host) => !MERELY_NAMED.has(host ?? ''))).toEqual([]);
});

test('@wide nothing moves for who wants no motion', async ({ openAs }) => {
  const { trajectoryId } = await newHousehold();
  const page = await openAs(COACH, `/huishouden/${trajectoryId}`);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Snel noteren' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
      const seconds = (durations: string): number => Math.max(...durations.split(',').map((one) => parseFloat(one) / (one.includes('ms') ? 1000 : 1)));
      return seconds(transitionDuration) > 0.01 || (animationName !== 'none' && seconds(animationDuration) > 0.01);
    }).map(({ className }) => String(className)),
  );
  expect(moving).toEqual([]);
});

test('@wide in colours of the system the focus is seen, and every state keeps its words', async ({ openAs }) => {
  const { trajectoryId } = await newHousehold();
  const page = await openAs(COACH, `/huishouden/${trajectoryId}`);
  await page.emulateMedia({ forcedColors: 'active' });
  await settled(page);
  const rings: string[] = [];
  for (let tabs = 0; tabs < 25; tabs += 1) {
    await page.keyboard.press('Tab');
    rings.push(await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? `${element.tagName} ${element.textContent?.slice(0, 30) ?? ''}` : '';
    }));
  }
  expect(rings.filter(Boolean)).toEqual([]);
  await expect(page.getByText('Kennismaking').first()).toBeVisible();
});
