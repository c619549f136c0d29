import type { Page } from '@playwright/test';
import { commandsOfRoles } from '@perspectief/graphql-contract/commands-of-roles';
import { asks, COACH, COUNSELLOR, EXPERT, HOLDER, inTandem, newHousehold, owes, RESIDENT } from './households.js';
import { choicesOn, cutOff, functionsOf, hardToPress } from './measures.js';
import { address } from './service.js';
import { titles } from './story/words.js';
import { complaintsOf, expect, settled, test, tooWide, untranslated } from './trying.js';

const PARTS = ['', '/plan', '/schulden', '/geld', '/leefgebieden', '/termijnen', '/mensen', '/nazorg'].map((part) => `/huishouden/:trajectory${part}`);

/** Every page that each role has; what begins with a colon is of this test. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  [COACH]: [
    '/werk', '/huishoudens', ...PARTS,
    ...['/noodstop', '/versies', '/vergelijk?van=2026-01-10&tot=2026-02-01', '?op=2026-06-01'].map((part) => `/huishouden/:trajectory${part}`),
    '/geen-pagina',
  ],
  // The same pages as the coach has; here, what is not for a counsellor.
  [COUNSELLOR]: ['/werk', '/huishoudens', ...['', '/schulden', '/mensen'].map((part) => `/huishouden/:trajectory${part}`)],
  [HOLDER]: ['/aanvragen', '/aanvragen/:request', '/geld', '/geld/:pot', '/werk'],
  [EXPERT]: ['/gezinnen', '/gezin/:trajectory'],
  'administrator-1': ['/mensen', '/teams', '/stand'],
  'privacy-officer-1': ['/wie-keken', '/noodtoegang', '/bewaren', '/onderzoeken', '/dossier/:household'],
  'evaluator-1': ['/onderzoeken'],
  [RESIDENT]: ['/mijn-plan', '/mijn-plan/koelkast', '/mijn-plan/versies', '/wie-keek'],
};

const ROLES: Readonly<Record<string, string>> = {
  [COACH]: 'neighbourhood-coach', [COUNSELLOR]: 'debt-counsellor', [HOLDER]: 'budget-holder', [EXPERT]: 'experience-expert', [RESIDENT]: 'household-member',
  'administrator-1': 'administrator', 'privacy-officer-1': 'privacy-officer', 'evaluator-1': 'evaluator',
};

/** Commands that stand on the page, by their words, for somebody who may not give them. */
const notTheirs = async (page: Page, person: string): Promise<readonly string[]> => {
  const allowed = commandsOfRoles[ROLES[person] ?? ''] ?? new Set();
  const theirs = new Set(titles.filter(([name]) => allowed.has(name)).map(([, title]) => title));
  const others = new Set(titles.map(([, title]) => title).filter((title) => !theirs.has(title)));
  return (await choicesOn(page)).filter((choice) => others.has(choice));
};

/** A window of 1280 pixels at 200% and 400%, and a text size of 200%: all is there, readable, and can be used. */
const zoomed = async (page: Page, path: string): Promise<void> => {
  const [size, all] = [page.viewportSize(), await functionsOf(page)];
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const now = await functionsOf(page);
    const found = { tooWide: await tooWide(page), cutOff: await cutOff(page), lost: all.filter((one) => !now.includes(one)) };
    expect.soft(found, `${path} at ${width} pixels`).toEqual({ tooWide: 0, cutOff: [], lost: [] });
  }
  if (size) await page.setViewportSize(size);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '212.5%'));
  expect.soft({ tooWide: await tooWide(page), cutOff: await cutOff(page) }, `${path} with letters of twice the size`).toEqual({ tooWide: 0, cutOff: [] });
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
};

for (const [person, paths] of Object.entries(PAGES))
  test(`every page of ${person}: axe has nothing to say, every word is there, nothing sticks out`, async ({ openAs }, { project }) => {
    test.setTimeout(180_000);
    const made = await newHousehold();
    await owes(made);
    const end = person === EXPERT ? await inTandem(made) : undefined;
    const { requestId, budgetId } = await asks(made, 'Fiets');
    const real = { ':trajectory': made.trajectoryId, ':household': made.householdId, ':request': requestId, ':pot': budgetId };
    const really = (path: string): string => path.replace(/:[a-z]+/, (name) => real[name as keyof typeof real]);
    const page = await openAs(person);
    const language = project.name === 'wide' ? 'nl' : 'en';
    await page.evaluate((chosen) => localStorage.setItem('perspectief.language', chosen), language);
    for (const path of paths.map(really)) {
      await page.goto(`${address()}${path}`);
      await settled(page);
      const found = { words: await untranslated(page), axe: await complaintsOf(page), tooWide: await tooWide(page) };
      expect.soft(found, path).toEqual({ words: [], axe: [], tooWide: 0 });
      if (project.name === 'phone') expect.soft(await hardToPress(page), `${path}: hard to press`).toEqual([]);
      if (project.name === 'wide') {
        expect.soft(await notTheirs(page, person), `${path}: commands of others`).toEqual([]);
        await zoomed(page, path);
      }
      await expect(page.locator('html')).toHaveAttribute('lang', language);
    }
    const walked = Object.values(PAGES).flat().map(really);
    const places = await page.locator('nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(places.filter((place) => !walked.includes(place)), 'a place that nobody walks').toEqual([]);
    await end?.();
  });
