import { asks, COACH, EXPERT, HOLDER, inTandem, newHousehold, owes, RESIDENT } from './households.js';
import { address } from './service.js';
import { complaintsOf, expect, settled, test, tooWide, untranslated } from './trying.js';

/** Every page that each role has; what begins with a colon is of this test. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  [COACH]: [
    '/werk', '/huishoudens',
    ...['', '/plan', '/schulden', '/leefgebieden', '/termijnen', '/mensen', '/nazorg', '/noodstop', '/vergelijk?van=2026-01-10&tot=2026-02-01', '?dag=2026-06-01'].map((part) => `/huishouden/:trajectory${part}`),
    '/geen-pagina',
  ],
  [HOLDER]: ['/aanvragen', '/aanvragen/:request', '/geld', '/geld/:pot', '/werk'],
  [EXPERT]: ['/gezinnen', '/gezin/:trajectory'],
  'administrator-1': ['/mensen', '/teams', '/stand'],
  'privacy-officer-1': ['/wie-keken', '/noodtoegang', '/bewaren', '/dossier/:household'],
  [RESIDENT]: ['/mijn-plan', '/mijn-plan/koelkast', '/wie-keek'],
};

for (const [person, paths] of Object.entries(PAGES))
  test(`every page of ${person}: axe has nothing to say, every word is there, nothing sticks out`, async ({ openAs }, { project }) => {
    test.setTimeout(180_000);
    const made = await newHousehold();
    await owes(made);
    const end = person === EXPERT ? await inTandem(made) : undefined;
    const { requestId, budgetId } = await asks(made, 'Fiets');
    const real = { ':trajectory': made.trajectoryId, ':household': made.householdId, ':request': requestId, ':pot': budgetId };
    const page = await openAs(person);
    const language = project.name === 'wide' ? 'nl' : 'en';
    await page.evaluate((chosen) => localStorage.setItem('perspectief.language', chosen), language);
    for (const path of paths) {
      await page.goto(`${address()}${path.replace(/:[a-z]+/, (name) => real[name as keyof typeof real])}`);
      await settled(page);
      const found = { words: await untranslated(page), axe: await complaintsOf(page), tooWide: await tooWide(page) };
      if (project.name === 'phone') {
        const size = page.viewportSize() ?? { width: 390, height: 844 };
        await page.setViewportSize({ ...size, width: 320 });
        found.tooWide += await tooWide(page);
        await page.setViewportSize(size);
      }
      expect.soft(found, path).toEqual({ words: [], axe: [], tooWide: 0 });
      await expect(page.locator('html')).toHaveAttribute('lang', language);
    }
    const places = await page.locator('nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(places.filter((place) => !paths.includes(place)), 'a place that this test does not know').toEqual([]);
    await end?.();
  });
