import { giveAccess } from './story/access.js';
import { heardWhatIsTheirs } from './story/heard.js';
import { ownPlatform, type OwnPlatform } from './story/own-platform.js';
import { People } from './story/people.js';
import { Walk } from './story/walk.js';
import { expect, test } from './trying.js';

/**
 * Steps of BEI-001 in which each of the six does the work that is his, in order: a pot, a household, a threat that is stopped, money that
 * two holders agree on, a debt, a tandem that the household accepts, a plan. The whole story is walked when it is asked for.
 */
const MAIN_LINE = [1, 9, 15, 16, 20, 22, 23, 24, 25, 26, 27, 28, 30, 31, 34, 36, 37, 38, 39, 40, 41, 54, 63, 65, 67, 68, 70, 71, 72];
/** The parent looks in by herself from here on. */
const ACCESS_AFTER = 28;

let platform: OwnPlatform;
test.beforeAll(async () => {
  platform = await ownPlatform();
});
test.afterAll(() => platform.stop());

test('the main line of BEI-001 by coach, counsellor, expert, two holders and household @wide', async ({ browser }) => {
  test.setTimeout(180_000);
  const people = new People(browser, platform);
  await people.signIn();
  const walk = new Walk(people, false);
  for (const n of MAIN_LINE) {
    await walk.step(n);
    if (n === ACCESS_AFTER) await giveAccess(people);
  }
  const plan = await people.of('household');
  await expect(plan.getByText('Weer rustig slapen en de post durven openen').first()).toBeVisible();
  await heardWhatIsTheirs(people);
  expect(people.complaints).toEqual([]);
  await people.close();
});
