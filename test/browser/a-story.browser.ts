import type { Page } from '@playwright/test';
import { ownPlatform, type OwnPlatform } from './story/own-platform.js';
import { giveAccess } from './story/access.js';
import { heardWhatIsTheirs } from './story/heard.js';
import { People } from './story/people.js';
import { household } from './story/places.js';
import { clocksSeen, offersSeen, potSeen, spendSeen, timelineSeen, trajectorySeen } from './story/seen.js';
import { story } from './story/story.js';
import { Walk } from './story/walk.js';
import { expect, settled, test, tooWide } from './trying.js';

const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };

const pageOf = (alias: string) => (people: People): Promise<Page> => people.of(alias);
const part = (name: string) => (people: People): Promise<Page> => household(people, 'coach', name);

/** Screens that are looked at on a desk and on a phone, after which step. */
const LOOKS: readonly (readonly [step: number, name: string, of: (people: People) => Promise<Page>])[] = [
  [31, 'crisis', part('Overzicht')], [34, 'pot', pageOf('holder1')], [38, 'desk', pageOf('holder1')], [54, 'our-plan', pageOf('household')], [63, 'family', pageOf('expert')], [102, 'buy-out', part('Schulden')],
  [102, 'counsellor', pageOf('counsellor')], [154, 'aftercare', part('Nazorg')], [160, 'closed', part('Overzicht')],
];

const look = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['STORY_PICTURES'];
  await settled(page);
  if (folder) await page.screenshot({ path: `${folder}/${name}-wide.png`, fullPage: true });
  expect.soft(await tooWide(page), name).toBe(0);
  await page.setViewportSize(PHONE);
  if (folder) await page.screenshot({ path: `${folder}/${name}-phone.png`, fullPage: true });
  expect.soft(await tooWide(page), `${name} on a phone`).toBe(0);
  await page.setViewportSize(WIDE);
};

let platform: OwnPlatform;
test.beforeAll(async () => {
  platform = await ownPlatform();
});
test.afterAll(() => platform.stop());

test('BEI-001 through the screens: from an eviction to calm, by everybody who works on it @wide', async ({ browser }) => {
  test.setTimeout(600_000);
  const people = new People(browser, platform);
  await people.signIn();
  const walk = new Walk(people);
  for (let n = 1; n <= story.steps.length; n += 1) {
    await walk.step(n);
    if (n === 28) await giveAccess(people);
    for (const [step, name, of] of LOOKS) if (step === n) await look(await of(people), name);
  }
  for (const seen of [trajectorySeen, clocksSeen, offersSeen, potSeen, spendSeen, timelineSeen]) await seen(people);
  await heardWhatIsTheirs(people);
  expect(people.complaints).toEqual([]);
  await people.close();
});
